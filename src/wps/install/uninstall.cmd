@echo off
rem Takes the add-in away from the user who runs it. ZIPING_QUIET=1 ends without waiting for a key. No Chinese here: this shell reads files in the code page of the machine.
powershell.exe -NoProfile -ExecutionPolicy Bypass -File "%~dp0install.ps1" -Uninstall
set RESULT=%ERRORLEVEL%
if "%ZIPING_QUIET%"=="" pause
exit /b %RESULT%
