# Installs 自评助手 into the WPS of the user who runs it, or takes it away; needs no administrator and no network.
#   powershell -ExecutionPolicy Bypass -File install.ps1              installs the folder ziping_VERSION beside this script
#   powershell -ExecutionPolicy Bypass -File install.ps1 -Uninstall   takes away every version
# The environment's ZIPING_JSADDONS names the jsaddons folder to use instead of this user's.
# Written for PowerShell 2.0 and later. Saved with a byte order mark, without which PowerShell 5 misreads Chinese.
# PowerShell takes Chinese quotation marks for its own: there are none in this file.
# install.sh does the same on Linux, with the same sentences.
param([switch]$Uninstall)

$ErrorActionPreference = 'Stop'
# One character for each byte, so that every byte of other add-ins stays as it is.
$OneByte = [Text.Encoding]::GetEncoding(28591)
$Mark = $OneByte.GetString([byte[]](0xEF, 0xBB, 0xBF))
$AddIn = 'ziping'
$Enable = 'enable_dev'
# What a register (publish.xml) is made of, piece by piece.
$Piece = '\G(?:(?<words>[^<]+)|<!--(?<comment>[\s\S]*?)-->|<\?(?<declaration>[\s\S]*?)\?>|</(?<close>[^ \t\r\n/<>="'']+)[ \t\r\n]*>|<(?<open>[^ \t\r\n/<>="''!?]+)(?<attributes>(?:[ \t\r\n]+[^ \t\r\n/<>="'']+[ \t\r\n]*=[ \t\r\n]*(?:"[^"<]*"|''[^''<]*''))*)[ \t\r\n]*(?<empty>/?)>)'
$Attribute = '([^ \t\r\n/<>="'']+)[ \t\r\n]*=[ \t\r\n]*(?:"([^"<]*)"|''([^''<]*)'')'
$Blank = '^[ \t\r\n]*$'

function Say([string]$sentence) { Write-Host $sentence }

function Stop-With([string]$sentence) {
    Say $sentence
    exit 1
}

# The attributes of a tag by their names; $null when one stands there twice.
function Get-Attributes([string]$words) {
    $values = New-Object 'System.Collections.Generic.Dictionary[string,string]'
    foreach ($match in [regex]::Matches($words, $Attribute)) {
        $name = $match.Groups[1].Value
        if ($values.ContainsKey($name)) { return $null }
        $values[$name] = $match.Groups[2].Value + $match.Groups[3].Value
    }
    return , $values
}

function Get-Value($values, [string]$name) {
    if ($values.ContainsKey($name)) { return $values[$name] }
    return ''
}

# Finds the add-ins in a register. Torn: nobody can say which there are. Broken: they are known, but it is not well formed.
function Read-Register([string]$text) {
    $found = @{ Torn = $false; Broken = $false; Declaration = ''; RootEnd = 0; RootCloses = -1; Roots = 0; Strangers = 0 }
    $found.Entries = New-Object 'System.Collections.Generic.List[object]'
    $open = New-Object 'System.Collections.Generic.Stack[object]'
    $pieces = New-Object regex $Piece
    $at = 0
    if ($text.StartsWith($Mark, [StringComparison]::Ordinal)) { $at = $Mark.Length }
    while ($at -lt $text.Length) {
        $match = $pieces.Match($text, $at)
        if (-not $match.Success) { $found.Torn = $true; return $found }
        $end = $at + $match.Length
        if ($match.Groups['words'].Success) {
            if ($match.Value -cnotmatch $Blank) { $found.Broken = $true }
        } elseif ($match.Groups['declaration'].Success) {
            if ($found.Declaration -ceq '' -and $match.Value -cmatch '^<\?xml ') { $found.Declaration = $match.Value }
        } elseif ($match.Groups['close'].Success) {
            if ($open.Count -eq 0 -or $open.Peek().Name -cne $match.Groups['close'].Value) {
                $found.Broken = $true
            } else {
                $closed = $open.Pop()
                if ($closed.Entry -ne $null -and $closed.Begins) { $closed.Entry.Stop = $end }
                if ($open.Count -eq 0) { $found.RootCloses = $at }
            }
        } elseif ($match.Groups['open'].Success) {
            $values = Get-Attributes $match.Groups['attributes'].Value
            if ($values -eq $null) { $found.Torn = $true; return $found }
            $name = $match.Groups['open'].Value
            $empty = $match.Groups['empty'].Value -ceq '/'
            $entry = $null
            $begins = $false
            if ($open.Count -gt 0) { $entry = $open.Peek().Entry }
            if ($open.Count -eq 0) {
                $found.Roots += 1
                $found.RootEnd = $end
                $found.RootEmpty = $empty
                if ($name -cne 'jsplugins' -or $found.Roots -gt 1) { $found.Broken = $true }
            }
            if ($entry -eq $null -and ($name -ceq 'jsplugin' -or $name -ceq 'jspluginonline')) {
                $begins = $true
                $entry = @{ Start = $at; Stop = -1 }
                if ($empty) { $entry.Stop = $end }
                $entry.Ours = (Get-Value $values 'name') -ceq $AddIn -and (Get-Value $values 'type') -ceq 'et'
                $entry.Same = $name -ceq 'jsplugin' -and (Get-Value $values 'url') -ceq "${AddIn}_${version}" -and (Get-Value $values 'version') -ceq $version -and (Get-Value $values 'enable') -ceq $Enable
                $found.Entries.Add($entry)
            }
            if ($entry -eq $null -and $name -cne 'jsplugins') { $found.Strangers += 1 }
            if (-not $empty) { $open.Push(@{ Name = $name; Entry = $entry; Begins = $begins }) }
        }
        $at = $end
    }
    if ($open.Count -gt 0 -or $found.Roots -ne 1) { $found.Broken = $true }
    foreach ($entry in $found.Entries) { if ($entry.Stop -lt 0) { $found.Torn = $true } }
    # Written anew, a register would lose what nobody knows the meaning of.
    if ($found.Broken -and $found.Strangers -gt 0) { $found.Torn = $true }
    return $found
}

# Where the line begins in which a position lies; -1 when something else stands before it in that line.
function Get-LineStart([string]$text, [int]$at) {
    while ($at -gt 0 -and $text[$at - 1] -cne "`n") {
        if ($text[$at - 1] -cne ' ' -and $text[$at - 1] -cne "`t") { return -1 }
        $at -= 1
    }
    return $at
}

# Everything, with the entries of ours taken out; the first is replaced where one is given. An entry that has its lines for
# itself goes with them.
function Get-Without([string]$text, $found, [string]$replacement) {
    $result = New-Object Text.StringBuilder
    $at = 0
    foreach ($entry in $found.Entries) {
        if (-not $entry.Ours) { continue }
        $from = $entry.Start
        $to = $entry.Stop
        if ($replacement -cne '') {
            [void]$result.Append($text.Substring($at, $from - $at)).Append($replacement)
            $replacement = ''
        } else {
            $line = Get-LineStart $text $from
            $feed = $text.IndexOf("`n", $to)
            if ($line -ge 0 -and $feed -ge 0 -and $text.Substring($to, $feed - $to) -cmatch $Blank) {
                $from = $line
                $to = $feed + 1
            }
            [void]$result.Append($text.Substring($at, $from - $at))
        }
        $at = $to
    }
    return $result.Append($text.Substring($at)).ToString()
}

function Get-WithEntry([string]$text, $found, [string]$entry, [string]$eol) {
    if ($found.RootEmpty) {
        return $text.Substring(0, $found.RootEnd - 2) + '>' + $eol + '  ' + $entry + $eol + '</jsplugins>' + $text.Substring($found.RootEnd)
    }
    $line = Get-LineStart $text $found.RootCloses
    if ($line -gt 0) { return $text.Substring(0, $line) + '  ' + $entry + $eol + $text.Substring($line) }
    return $text.Substring(0, $found.RootCloses) + $entry + $text.Substring($found.RootCloses)
}

function Get-Anew([string]$text, $found, [string]$entry, [string]$eol) {
    $result = '<?xml version="1.0" encoding="UTF-8"?>'
    if ($found.Declaration -cne '') { $result = $found.Declaration }
    $result += $eol + '<jsplugins>' + $eol
    foreach ($one in $found.Entries) {
        if (-not $one.Ours) { $result += '  ' + $text.Substring($one.Start, $one.Stop - $one.Start) + $eol }
    }
    if (-not $Uninstall) { $result += '  ' + $entry + $eol }
    return $result + '</jsplugins>' + $eol
}

# What a register is to become. Outcome: 0 changed, 2 as it is already, 3 was broken and is written anew with every add-in in
# it, 4 broken beyond knowing which add-ins are in it.
function Get-NewRegister([string]$text) {
    $entry = "<jsplugin name=`"${AddIn}`" type=`"et`" url=`"${AddIn}_${version}`" version=`"${version}`" enable=`"${Enable}`" install=`"null`" customDomain=`"`"/>"
    $eol = "`r`n"
    if ($text.IndexOf("`n") -ge 0 -and $text.IndexOf("`r`n") -lt 0) { $eol = "`n" }
    $bare = $text
    if ($text.StartsWith($Mark, [StringComparison]::Ordinal)) { $bare = $text.Substring($Mark.Length) }
    if ($bare -cmatch $Blank) {
        if ($Uninstall) { return @{ Outcome = 2 } }
        $none = @{ Declaration = ''; Entries = @() }
        return @{ Outcome = 0; Text = (Get-Anew '' $none $entry $eol) }
    }
    if ($text.IndexOf([char]0) -ge 0) { return @{ Outcome = 4 } }
    $found = Read-Register $text
    if ($found.Torn) { return @{ Outcome = 4 } }
    $ours = @($found.Entries | Where-Object { $_.Ours })
    if ($Uninstall -and $ours.Count -eq 0) { return @{ Outcome = 2 } }
    if ($found.Broken) { return @{ Outcome = 3; Text = (Get-Anew $text $found $entry $eol) } }
    if ($Uninstall) { return @{ Outcome = 0; Text = (Get-Without $text $found '') } }
    if ($ours.Count -eq 1 -and $ours[0].Same) { return @{ Outcome = 2 } }
    if ($ours.Count -gt 0) { return @{ Outcome = 0; Text = (Get-Without $text $found $entry) } }
    return @{ Outcome = 0; Text = (Get-WithEntry $text $found $entry $eol) }
}

# The folder beside this script that is to be installed; its name tells the version.
function Find-Package {
    $packages = @([IO.Directory]::GetDirectories($here, 'ziping_*') | Where-Object {
            [IO.Path]::GetFileName($_) -cmatch '^ziping_[0-9]' -and [IO.File]::Exists([IO.Path]::Combine($_, 'ribbon.xml')) -and [IO.File]::Exists([IO.Path]::Combine($_, 'index.html'))
        })
    if ($packages.Count -gt 1) { Stop-With '这里有不止一个 ziping_版本号 文件夹，不知道装哪一个，没有改动任何文件。请只留下要装的那个，再运行一次。' }
    if ($packages.Count -eq 0) { Stop-With '没有找到要安装的文件夹 ziping_版本号，没有改动任何文件。请把压缩包里的文件全部解压到同一个文件夹，再运行一次。' }
    return $packages[0]
}

# A name for the copy of the register that no file has yet.
function Get-CopyName {
    $name = $publish + '.bak-' + (Get-Date).ToString('yyyyMMdd-HHmmss', [Globalization.CultureInfo]::InvariantCulture)
    $copy = $name
    $number = 1
    while ([IO.File]::Exists($copy)) {
        $number += 1
        $copy = "${name}-${number}"
    }
    return $copy
}

# Puts what was worked out in the place of the register, in one step; gives the name of the copy of what was there.
function Set-Register([string]$text) {
    $fresh = [IO.Path]::Combine($place, '.publish.xml.ziping')
    [IO.File]::WriteAllBytes($fresh, $OneByte.GetBytes($text))
    try {
        if (-not [IO.File]::Exists($publish)) {
            [IO.File]::Move($fresh, $publish)
            return ''
        }
        $copy = Get-CopyName
        [IO.File]::Replace($fresh, $publish, $copy)
        return $copy
    } finally {
        if ([IO.File]::Exists($fresh)) { [IO.File]::Delete($fresh) }
    }
}

function Show-Copy([int]$outcome, [string]$copy) {
    if ($copy -ceq '') { return }
    if ($outcome -eq 3) {
        Say "加载项登记表 ${publish} 的格式坏了，已经重新写好，里面别的加载项一个不少；坏的那份留在 ${copy}。"
    } else {
        Say "改动以前的加载项登记表留在 ${copy}。"
    }
}

# Takes away folders of ours, all but the one that is kept.
function Remove-Folders([string]$kept) {
    foreach ($folder in [IO.Directory]::GetDirectories($place, 'ziping_*')) {
        if ([IO.Path]::GetFileName($folder) -cnotmatch '^ziping_[0-9]' -or $folder -eq $kept) { continue }
        try {
            Remove-Item -LiteralPath $folder -Recurse -Force
        } catch {
            Say "旧文件夹 ${folder} 没有删掉，不影响使用。请完全退出 WPS 后自己删去。"
        }
    }
}

# A whole copy stands beside the old folder before it takes its place.
function Copy-Package([string]$package, [string]$target) {
    $copying = [IO.Path]::Combine($place, '.ziping.copying')
    $replaced = [IO.Path]::Combine($place, '.ziping.replaced')
    foreach ($folder in $copying, $replaced) {
        if ([IO.Directory]::Exists($folder)) { Remove-Item -LiteralPath $folder -Recurse -Force }
    }
    try {
        Copy-Item -LiteralPath $package -Destination $copying -Recurse -Force
        if ([IO.Directory]::Exists($target)) { [IO.Directory]::Move($target, $replaced) }
        [IO.Directory]::Move($copying, $target)
    } catch {
        if ([IO.Directory]::Exists($replaced) -and -not [IO.Directory]::Exists($target)) { [IO.Directory]::Move($replaced, $target) }
        if ([IO.Directory]::Exists($copying)) { Remove-Item -LiteralPath $copying -Recurse -Force }
        throw
    }
    if ([IO.Directory]::Exists($replaced)) { Remove-Item -LiteralPath $replaced -Recurse -Force -ErrorAction SilentlyContinue }
}

function Install-AtPlace([string]$package) {
    $target = [IO.Path]::Combine($place, "ziping_${version}")
    [void][IO.Directory]::CreateDirectory($place)
    $register = Get-NewRegister (Get-Register)
    if ($register.Outcome -eq 4) { Stop-Broken }
    Copy-Package $package $target
    if ($register.Outcome -eq 2) {
        Say "自评助手 ${version} 原来就装在 ${place}，文件已经重新复制一遍，加载项登记表不用改。"
    } else {
        $copy = Set-Register $register.Text
        Say "自评助手 ${version} 已经装到 ${place}。"
        Show-Copy $register.Outcome $copy
    }
    Remove-Folders $target
}

function Uninstall-AtPlace {
    if (-not [IO.Directory]::Exists($place)) { return }
    $register = Get-NewRegister (Get-Register)
    if ($register.Outcome -eq 4) { Stop-Broken }
    if ($register.Outcome -ne 2) {
        $copy = Set-Register $register.Text
        Say "自评助手已经从 ${place} 的加载项登记表里去掉，别的加载项没有改动。"
        Show-Copy $register.Outcome $copy
    }
    Remove-Folders ''
}

function Get-Register {
    if (-not [IO.File]::Exists($publish)) { return '' }
    return $OneByte.GetString([IO.File]::ReadAllBytes($publish))
}

function Stop-Broken {
    Stop-With "加载项登记表 ${publish} 坏了，认不全里面有哪些加载项，所以没有改动任何文件。请把它交给管信息的人改好；或者给它改个名字，再运行一次，别的加载项要各自重新安装。"
}

$here = Split-Path -Parent $MyInvocation.MyCommand.Path
$place = $env:ZIPING_JSADDONS
if ([string]::IsNullOrEmpty($place)) {
    if ([string]::IsNullOrEmpty($env:APPDATA)) { Stop-With '没有找到您的用户文件夹，没有改动任何文件。请以平时用 WPS 的用户登录，再运行一次。' }
    $place = [IO.Path]::Combine($env:APPDATA, 'kingsoft\wps\jsaddons')
}
$publish = [IO.Path]::Combine($place, 'publish.xml')
$version = ''
if (-not $Uninstall) {
    $package = Find-Package
    $version = [IO.Path]::GetFileName($package).Substring('ziping_'.Length)
    if ($version -cnotmatch '^[0-9A-Za-z.-]+$') { Stop-With "文件夹名里的版本号 ${version} 不对，没有改动任何文件。请重新解压压缩包，再运行一次。" }
}

try {
    if ($Uninstall) { Uninstall-AtPlace } else { Install-AtPlace $package }
} catch {
    Stop-With "不能写入 ${place}，这里没有办成，原来的加载项登记表没有改动。请完全退出 WPS，看看这个文件夹是不是不许写入、磁盘是不是满了，再运行一次。"
}

if ($Uninstall) {
    Say '卸载完毕。请完全退出 WPS 再打开。工作簿里已经写好的自评表不受影响。'
} else {
    Say '接下来：'
    Say '1. 完全退出 WPS：关掉所有窗口，任务栏右边若有 WPS 图标，也点右键退出。'
    Say '2. 打开 WPS 表格，问是否信任加载项 ziping 时，选信任（允许）。这一次还看不到功能区的 绩效自评，是正常的。'
    Say '3. 再完全退出一次，重新打开 WPS 表格，功能区就有 绩效自评 了。'
}
