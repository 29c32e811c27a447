#!/bin/sh
# What Miniflare starts in place of workerd (MINIFLARE_WORKERD_PATH): the same, ended with its parent.
exec "${0%/*}/with-parent.sh" "$WORKERD_BINARY" "$@"
