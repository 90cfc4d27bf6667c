# phase NAME COMMAND…: runs it, and says how long it took. Sourced by tests/run and tests/nightly.
phase() {
    local name=$1 began=$SECONDS
    shift
    "$@" || return
    echo "$name: $((SECONDS - began)) s"
}
