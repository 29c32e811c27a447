#!/bin/sh
# with-parent.sh COMMAND [ARGUMENT…]
# Becomes the command, which is then killed when the process that started it is gone, however that ended.
# On Linux the kernel does it (prctl(2), PR_SET_PDEATHSIG); the inner shell starts nothing where the parent is gone already.
if setpriv --pdeathsig KILL true 2>/dev/null; then
  exec setpriv --pdeathsig KILL sh -c '[ "$PPID" = "$0" ] && exec "$@"' "$PPID" "$@"
fi
# Elsewhere a loop looks, every second.
parent=$PPID
child=$$
(while kill -0 "$child" && kill -0 "$parent"; do sleep 1; done; kill -KILL "$child") </dev/null >/dev/null 2>&1 3>&- &
exec "$@"
