#!/bin/sh
set -eu
cd ~/shop
cat > Dockerfile <<'END'
FROM python:3-alpine
WORKDIR /app
COPY app.py .
EXPOSE 8000
CMD ["python", "app.py"]
END
docker pull python:3-alpine
docker build --tag shop:1 .
