#!/bin/sh
# Takes 自评助手 away from the WPS of the user who runs it: sh uninstall.sh
exec sh "$(dirname -- "$0")/install.sh" --uninstall
