# How the project is built. Sourced by app/start, tests/run and tests/nightly.

# A folder as a few units, which compiles in a third of the time.
unity=(-DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=12)

# Checked by clang's sanitizers while it runs; the fuzzers come out of the same build.
sanitized=(-DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_COMPILER=clang++-14 -DCMAKE_C_COMPILER=clang-14
    -DNEEDLEBOOK_TESTS=ON -DNEEDLEBOOK_SANITIZE=ON -DNEEDLEBOOK_FUZZ=ON)

# build FOLDER TARGETS CMAKE-OPTIONS…: quiet when all is well.
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
        tail -n 60 "$log" >&2
        echo "error: $folder did not build; the whole log is in $log" >&2
        echo "try: mend what it names; if it names nothing of yours, remove $folder and run this again" >&2
        exit 1
    fi
}
