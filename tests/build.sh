# build FOLDER TARGETS CMAKE-OPTIONS…: quiet when all is well. Sourced by tests/run and tests/nightly.
build() {
    local folder=$1 targets=$2
    shift 2
    local log=$folder.log
    if command -v ccache >/dev/null; then
        set -- "$@" -DCMAKE_CXX_COMPILER_LAUNCHER=ccache
    fi
    # Paths of the tree stand in no object, so that another clone finds what was compiled before.
    export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
    # shellcheck disable=SC2086  # several targets are several words
    if ! { cmake -S . -B "$folder" -G Ninja "$@" && cmake --build "$folder" --target $targets; } >"$log" 2>&1; then
        tail -n 60 "$log"
        echo "error: $folder did not build; the whole log is in $log" >&2
        echo "try: mend what it names; if it names nothing of yours, remove $folder and run this again" >&2
        exit 1
    fi
}

# phase NAME COMMAND…: runs it, and says how long it took.
phase() {
    local name=$1 began=$SECONDS
    shift
    "$@" || return
    echo "$name: $((SECONDS - began)) s"
}
