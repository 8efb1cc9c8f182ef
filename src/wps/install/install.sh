#!/bin/sh
# Installs 自评助手 into the WPS of the user who runs it, or takes it away; needs no administrator and no network.
#   sh install.sh              installs the folder ziping_VERSION that lies beside this script
#   sh install.sh --uninstall  takes away every version
# ZIPING_JSADDONS=FOLDER names the jsaddons folder to use instead of those of this user.
# Only sh and the tools every Linux has; awk is written for mawk 1.3.3, which knows neither {n} nor [[:space:]].
# install.ps1 does the same on Windows, with the same sentences.
set -u

say() { printf '%s\n' "$1"; }

fail() {
  say "$1" >&2
  exit 1
}

# Reads a register (publish.xml) with the byte x behind it and prints what it is to become, every byte of other add-ins as
# it was. mode: install or uninstall. Exit code 0 changed, 2 as it is already, 3 was broken and written anew with every
# add-in in it, 4 broken beyond knowing which add-ins are in it: nothing is printed.
REGISTER='
function blank(words) { return words ~ /^[ \t\r\n]*$/ }

# Position behind the first occurrence of what at or after a position; 0 for none.
function behind(what, from,   step) {
  step = index(substr(text, from), what)
  return step == 0 ? 0 : from + step - 1 + length(what)
}

# Position behind the tag that begins at a position; 0 when it has no end.
function behindTag(from,   at, sign, quoted) {
  quoted = ""
  for (at = from + 1; at <= length(text); at++) {
    sign = substr(text, at, 1)
    if (sign == "<") return 0
    if (quoted != "") { if (sign == quoted) quoted = "" }
    else if (sign == "\"" || sign == apostrophe) quoted = sign
    else if (sign == ">") return at + 1
  }
  return 0
}

# Takes the attributes of a tag apart into value[]. False when they are not well written.
function takeApart(tag,   rest, name, given, left) {
  for (name in value) delete value[name]
  rest = substr(tag, 2, length(tag) - 2)
  if (!match(rest, "^[^ \t\r\n/=\"" apostrophe "]+")) return 0
  rest = substr(rest, RLENGTH + 1)
  while (match(rest, "^[ \t\r\n]+[^ \t\r\n/=\"" apostrophe "]+[ \t\r\n]*=[ \t\r\n]*")) {
    name = substr(rest, 1, RLENGTH)
    gsub(/[ \t\r\n=]/, "", name)
    rest = substr(rest, RLENGTH + 1)
    if (!match(rest, "^(\"[^\"]*\"|" apostrophe "[^" apostrophe "]*" apostrophe ")")) return 0
    given = substr(rest, 2, RLENGTH - 2)
    rest = substr(rest, RLENGTH + 1)
    if (name in value) return 0
    value[name] = given
  }
  left = rest
  sub(/^[ \t\r\n]*/, "", left)
  return left == "" || left == "/"
}

function opened(from, end, name, selfClosing,   inside) {
  if (depth == 0) {
    roots++
    rootStart = from; rootEnd = end; rootCloses = selfClosing ? 0 : -1
    if (name != "jsplugins" || roots > 1) broken = 1
  }
  inside = depth > 0 && entryAt[depth]
  if (!inside && (name == "jsplugin" || name == "jspluginonline")) {
    entries++
    start[entries] = from
    stop[entries] = selfClosing ? end : 0
    ours[entries] = value["name"] == addin && value["type"] == "et"
    same[entries] = name == "jsplugin" && value["url"] == folder && value["version"] == version && value["enable"] == enable
    inside = entries
  }
  if (!inside && name != "jsplugins") strangers++
  if (selfClosing) return
  depth++
  nameAt[depth] = name
  entryAt[depth] = inside
}

function closed(from, end, name) {
  if (depth == 0 || nameAt[depth] != name) { broken = 1; return }
  if (entryAt[depth] && (depth == 1 || !entryAt[depth - 1])) stop[entryAt[depth]] = end
  depth--
  if (depth == 0) rootCloses = from
}

# Finds the add-ins. False when a tag is torn, so that nobody can say which add-ins there are.
function read(   at, step, from, end, tag, name, words) {
  at = 1
  while ((step = index(substr(text, at), "<")) > 0) {
    from = at + step - 1
    words = substr(text, at, step - 1)
    if (at == 1) sub(/^\357\273\277/, "", words)
    if (!blank(words)) broken = 1
    if (substr(text, from, 4) == "<!--") end = behind("-->", from + 4)
    else if (substr(text, from, 2) == "<?") {
      end = behind("?>", from + 2)
      if (end && declaration == "" && substr(text, from, 6) == "<?xml ") declaration = substr(text, from, end - from)
    } else if (substr(text, from, 2) == "<!") return 0
    else {
      end = behindTag(from)
      if (!end) return 0
      tag = substr(text, from, end - from)
      if (substr(tag, 2, 1) == "/") {
        name = substr(tag, 3, length(tag) - 3)
        sub(/[ \t\r\n]*$/, "", name)
        closed(from, end, name)
      } else {
        if (!takeApart(tag)) return 0
        match(substr(tag, 2), /^[^ \t\r\n\/>]+/)
        opened(from, end, substr(tag, 2, RLENGTH), substr(tag, length(tag) - 1, 1) == "/")
      }
    }
    if (!end) return 0
    at = end
  }
  if (!blank(substr(text, at)) || depth > 0 || roots != 1) broken = 1
  for (at = 1; at <= entries; at++) if (!stop[at]) return 0
  # Written anew, a register would lose what nobody knows the meaning of.
  return !(broken && strangers)
}

# Where the line begins in which a position lies, 0 when something else stands before it in that line.
function lineStart(at,   from) {
  for (from = at; from > 1 && substr(text, from - 1, 1) != "\n"; from--)
    if (substr(text, from - 1, 1) !~ /[ \t]/) return 0
  return from
}

# Everything, with the entries of ours taken out; the first is replaced where one is given. An entry that has its lines
# for itself goes with them.
function without(replacement,   result, at, number, from, to, line, lineEnd) {
  at = 1
  for (number = 1; number <= entries; number++) {
    if (!ours[number]) continue
    from = start[number]; to = stop[number]
    if (replacement != "") {
      result = result substr(text, at, from - at) replacement
      replacement = ""
    } else {
      line = lineStart(from)
      lineEnd = behind("\n", to)
      if (line && lineEnd && blank(substr(text, to, lineEnd - to))) { from = line; to = lineEnd }
      result = result substr(text, at, from - at)
    }
    at = to
  }
  return result substr(text, at)
}

function withEntry(   line) {
  if (rootCloses == 0)
    return substr(text, 1, rootEnd - 3) ">" eol "  " entry eol "</jsplugins>" substr(text, rootEnd)
  line = lineStart(rootCloses)
  if (line > 1) return substr(text, 1, line - 1) "  " entry eol substr(text, line)
  return substr(text, 1, rootCloses - 1) entry substr(text, rootCloses)
}

function anew(   result, number) {
  result = (declaration == "" ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" : declaration) eol "<jsplugins>" eol
  for (number = 1; number <= entries; number++)
    if (!ours[number]) result = result "  " substr(text, start[number], stop[number] - start[number]) eol
  if (mode == "install") result = result "  " entry eol
  return result "</jsplugins>" eol
}

{ text = text (NR > 1 ? "\n" : "") $0 }

END {
  ORS = ""
  text = substr(text, 1, length(text) - 1)
  enable = "enable_dev"
  folder = addin "_" version
  entry = "<jsplugin name=\"" addin "\" type=\"et\" url=\"" folder "\" version=\"" version "\" enable=\"" enable "\" install=\"null\" customDomain=\"\"/>"
  eol = index(text, "\r\n") ? "\r\n" : "\n"
  bare = text
  sub(/^\357\273\277/, "", bare)
  if (blank(bare)) {
    if (mode == "uninstall") exit 2
    print anew()
    exit 0
  }
  if (!read()) exit 4
  for (number = 1; number <= entries; number++) if (ours[number]) { count++; last = number }
  if (broken) {
    if (mode == "uninstall" && !count) exit 2
    print anew()
    exit 3
  }
  if (mode == "uninstall") {
    if (!count) exit 2
    print without("")
  } else if (count == 1 && same[last]) exit 2
  else if (count) print without(entry)
  else print withEntry()
}'

# The folders in which the packagings of WPS for Linux look for add-ins: the usual one, and others that are there.
use_places_of_user() {
  [ -n "${HOME-}" ] || fail '没有找到您的用户文件夹，没有改动任何文件。请以平时用 WPS 的用户登录，再运行一次。'
  places="$HOME/.local/share/Kingsoft/wps/jsaddons"
  for data in "$HOME"/snap/wps-office*/current/.local/share/Kingsoft/wps \
    "$HOME"/.var/app/com.wps.Office/data/Kingsoft/wps \
    "$HOME"/.linglong/*wps*/share/Kingsoft/wps; do
    if [ -d "$data" ]; then places="$places
$data/jsaddons"; fi
  done
  for folder in "$HOME"/.config/Kingsoft/Office6/jsaddons "$HOME"/.config/Kingsoft/Office365/jsaddons; do
    if [ -d "$folder" ]; then places="$places
$folder"; fi
  done
}

# The folder beside this script that is to be installed; its name tells the version.
find_package() {
  package=''
  for folder in "$here"/ziping_[0-9]*; do
    [ -f "$folder/ribbon.xml" ] && [ -f "$folder/index.html" ] || continue
    [ -z "$package" ] || fail '这里有不止一个 ziping_版本号 文件夹，不知道装哪一个，没有改动任何文件。请只留下要装的那个，再运行一次。'
    package=$folder
  done
  [ -n "$package" ] || fail '没有找到要安装的文件夹 ziping_版本号，没有改动任何文件。请把压缩包里的文件全部解压到同一个文件夹，再运行一次。'
  version=${package##*/ziping_}
  case $version in
    *[!0-9A-Za-z.-]*) fail "文件夹名里的版本号 ${version} 不对，没有改动任何文件。请重新解压压缩包，再运行一次。" ;;
  esac
}

# Writes what the register is to become beside it; $outcome is the code of REGISTER.
work_out_register() {
  outcome=0
  if [ -e "$publish" ]; then
    # Keeps who may read the file: what is written next keeps the mode.
    cp -p "$publish" "$fresh" 2>/dev/null || return 1
    [ "$(tr -d '\000' <"$publish" | wc -c)" -eq "$(wc -c <"$publish")" ] || outcome=4
  fi
  if [ "$outcome" -eq 0 ]; then
    { { if [ -e "$publish" ]; then cat "$publish"; fi; } && printf x; } |
      LC_ALL=C awk -v mode="$1" -v addin=ziping -v version="$version" -v apostrophe="'" "$REGISTER" 2>/dev/null >"$fresh" || outcome=$?
  fi
  case $outcome in
    0 | 3) ;;
    2 | 4) rm -f "$fresh" ;;
    *) rm -f "$fresh"; return 1 ;;
  esac
}

# A name for the copy of the register that no file has yet.
name_copy() {
  copy="$publish.bak-$(date +%Y%m%d-%H%M%S)"
  number=1
  name=$copy
  while [ -e "$copy" ]; do
    number=$((number + 1))
    copy="$name-$number"
  done
}

# Puts what was worked out in the place of the register, in one step; what was there is kept.
put_register() {
  copy=''
  if [ -e "$publish" ]; then
    name_copy
    cp -p "$publish" "$copy" 2>/dev/null || return 1
  fi
  mv -f "$fresh" "$publish" 2>/dev/null
}

tell_copy() {
  [ -n "$copy" ] || return 0
  if [ "$outcome" -eq 3 ]; then
    say "加载项登记表 ${publish} 的格式坏了，已经重新写好，里面别的加载项一个不少；坏的那份留在 ${copy}。"
  else
    say "改动以前的加载项登记表留在 ${copy}。"
  fi
}

tell_broken() {
  say "加载项登记表 ${publish} 坏了，认不全里面有哪些加载项，所以没有改动任何文件。请把它交给管信息的人改好；或者给它改个名字，再运行一次，别的加载项要各自重新安装。" >&2
}

tell_not_written() {
  say "不能写入 ${place}，这里没有办成，原来的加载项登记表没有改动。请完全退出 WPS，看看这个文件夹是不是不许写入、磁盘是不是满了，再运行一次。" >&2
}

# Takes away folders of ours, all but the one that is kept.
remove_folders() {
  for folder in "$place"/ziping_[0-9]*; do
    [ -d "$folder" ] && [ "$folder" != "$1" ] || continue
    rm -rf "$folder" 2>/dev/null || say "旧文件夹 ${folder} 没有删掉，不影响使用。请完全退出 WPS 后自己删去。" >&2
  done
}

# A whole copy stands beside the old folder before it takes its place.
copy_package() {
  copying="$place/.ziping.copying"
  replaced="$place/.ziping.replaced"
  rm -rf "$copying" "$replaced" 2>/dev/null
  cp -R "$package" "$copying" 2>/dev/null && chmod -R u+rwX "$copying" 2>/dev/null || {
    rm -rf "$copying" 2>/dev/null
    return 1
  }
  if [ -e "$target" ]; then
    mv "$target" "$replaced" 2>/dev/null || {
      rm -rf "$copying" 2>/dev/null
      return 1
    }
  fi
  mv "$copying" "$target" 2>/dev/null || {
    [ ! -e "$replaced" ] || mv "$replaced" "$target" 2>/dev/null
    rm -rf "$copying" 2>/dev/null
    return 1
  }
  rm -rf "$replaced" 2>/dev/null
}

install_at_place() {
  target="$place/ziping_$version"
  mkdir -p "$place" 2>/dev/null && work_out_register install || { tell_not_written; return 1; }
  if [ "$outcome" -eq 4 ]; then tell_broken; return 1; fi
  copy_package || { rm -f "$fresh" 2>/dev/null; tell_not_written; return 1; }
  if [ "$outcome" -eq 2 ]; then
    say "自评助手 ${version} 原来就装在 ${place}，文件已经重新复制一遍，加载项登记表不用改。"
  else
    put_register || { rm -f "$fresh" 2>/dev/null; tell_not_written; return 1; }
    say "自评助手 ${version} 已经装到 ${place}。"
    tell_copy
  fi
  remove_folders "$target"
}

uninstall_at_place() {
  [ -d "$place" ] || return 0
  version=''
  work_out_register uninstall || { tell_not_written; return 1; }
  if [ "$outcome" -eq 4 ]; then tell_broken; return 1; fi
  if [ "$outcome" -ne 2 ]; then
    put_register || { rm -f "$fresh" 2>/dev/null; tell_not_written; return 1; }
    say "自评助手已经从 ${place} 的加载项登记表里去掉，别的加载项没有改动。"
    tell_copy
  fi
  remove_folders ''
}

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P) || exit 1
mode=install
case ${1-} in
  '') ;;
  --uninstall) mode=uninstall ;;
  *) fail "不认识 ${1}。安装不用写什么，卸载写 --uninstall。" ;;
esac
if [ -n "${ZIPING_JSADDONS-}" ]; then
  places=$ZIPING_JSADDONS
else
  [ -z "${SUDO_USER-}" ] || fail '请不要用 sudo：加载项装给运行脚本的用户自己。请以平时用 WPS 的用户直接运行，没有改动任何文件。'
  use_places_of_user
fi
[ "$mode" = uninstall ] || find_package

failed=0
set -f
IFS='
'
for place in $places; do
  set +f
  unset IFS
  publish="$place/publish.xml"
  fresh="$place/.publish.xml.ziping"
  "${mode}_at_place" || failed=1
done
[ "$failed" -eq 0 ] || exit 1

if [ "$mode" = install ]; then
  say '接下来：'
  say '1. 完全退出 WPS：关掉所有窗口，任务栏右边若有 WPS 图标，也点右键退出。'
  say '2. 打开 WPS 表格，问是否信任加载项 ziping 时，选信任（允许）。这一次还看不到功能区的 绩效自评，是正常的。'
  say '3. 再完全退出一次，重新打开 WPS 表格，功能区就有 绩效自评 了。'
else
  say '卸载完毕。请完全退出 WPS 再打开。工作簿里已经写好的自评表不受影响。'
fi
