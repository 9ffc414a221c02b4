#!/usr/bin/env bash
# Container health: succeeds if the application says it is alive. Written for bash alone, because
# a runtime image promises neither curl nor wget.
set -euo pipefail

port="${SERVER_PORT:-${ATLAS_PORT:-8080}}"
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /actuator/health/liveness HTTP/1.1\r\nHost: localhost:%s\r\nConnection: close\r\n\r\n' "$port" >&3
IFS= read -r -t 4 status <&3
[[ $status == "HTTP/1.1 200"* ]]
