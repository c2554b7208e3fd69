#!/bin/sh
# Passed once ~/shared.txt names a layer that is both in cafe and in bakery.
set -eu
. check.sh

layers() {
  docker image inspect --format '{{range .RootFS.Layers}}{{println .}}{{end}}' "$1" 2> /dev/null | sed '/^$/d'
}

cafe=$(layers cafe)
bakery=$(layers bakery)
if [ -z "$cafe" ]; then
  not_yet "There is no image called cafe. Go back to the task before this one." \
    "cafe라는 이미지가 없습니다. 바로 앞 과제로 돌아가 주세요."
fi
if [ -z "$bakery" ]; then
  not_yet "There is no image called bakery yet. Save its Dockerfile with the button, and type: docker build --tag bakery ~/bakery" \
    "아직 bakery라는 이미지가 없습니다. 저장 버튼으로 Dockerfile을 저장하고 docker build --tag bakery ~/bakery 를 입력하세요."
fi
if ! saved=$(machine-file cat /root/shared.txt); then
  not_yet "There is no file shared.txt in your home directory yet. Save the digest with > ~/shared.txt" \
    "홈 디렉터리에 아직 shared.txt 파일이 없습니다. > ~/shared.txt 로 다이제스트를 저장하세요."
fi
found=$(printf '%s\n' "$saved" | grep -oE 'sha256:[0-9a-f]{64}' || true)
if [ -z "$found" ]; then
  not_yet "The file shared.txt holds no whole digest. A digest is sha256: and 64 letters and digits after it." \
    "shared.txt 파일에 온전한 다이제스트가 없습니다. 다이제스트는 sha256: 뒤에 글자와 숫자 64개가 이어진 것입니다."
fi
for digest in $found; do
  in_cafe=no in_bakery=no
  case $cafe in *"$digest"*) in_cafe=yes ;; esac
  case $bakery in *"$digest"*) in_bakery=yes ;; esac
  case $in_cafe-$in_bakery in
    yes-yes) ;;
    yes-no)
      not_yet "The layer $digest is only in cafe. Look for one that is in both lists." \
        "$digest 레이어는 cafe에만 있습니다. 두 목록에 모두 있는 것을 찾으세요."
      ;;
    no-yes)
      not_yet "The layer $digest is only in bakery. Look for one that is in both lists." \
        "$digest 레이어는 bakery에만 있습니다. 두 목록에 모두 있는 것을 찾으세요."
      ;;
    *)
      not_yet "$digest is neither a layer of cafe nor of bakery. Perhaps it is the ID of an image: layers stand under RootFS." \
        "$digest 는 cafe의 레이어도 bakery의 레이어도 아닙니다. 이미지의 ID일 수도 있습니다. 레이어는 RootFS 아래에 있습니다."
      ;;
  esac
done
