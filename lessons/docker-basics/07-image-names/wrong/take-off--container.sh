#!/bin/sh
# rm is for containers, and there is none of this name.
# expect en: The image still has the name toolbox:latest
# expect ko: 이미지에 아직 toolbox:latest라는 이름이 붙어 있습니다
docker rm toolbox
