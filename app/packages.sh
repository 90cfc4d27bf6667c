# The Debian packages that the project needs, and how to get those that are missing. Sourced by app/start and tests/run.

build_packages=(
    g++ cmake ninja-build mold pkg-config
    libsqlitecpp-dev libsqlite3-dev libboost-date-time-dev nlohmann-json3-dev libcli11-dev libfmt-dev
    libvips-dev libturbojpeg0-dev libseccomp-dev
    libsodium-dev nettle-dev libgnutls28-dev libicu-dev libmicrohttpd-dev libzip-dev libxlsxwriter-dev libexpat1-dev liboath-dev libabsl-dev tzdata
)
# Node from elsewhere brings its own npm, which Debian's package of that name conflicts with.
command -v node >/dev/null && command -v npm >/dev/null || build_packages+=(nodejs npm)

test_packages=(
    ccache git sqlite3 time faketime python3 chromium firefox-esr libgtest-dev libgmock-dev librapidcheck-dev
    clang-14 libclang-rt-14-dev clang-format-14 clang-tidy-14
    nginx-light openssl libnss3-tools iproute2 libimage-exiftool-perl python3-nacl python3-openpyxl restic libical3
    debhelper dpkg-dev patchelf lintian desktop-file-utils appstream systemd debootstrap
    zsh fish man-db groff-base less
)

# What app/package/build needs beside the build's.
package_packages=(debhelper dpkg-dev patchelf)

# Installs those of the named packages that are not there; says nothing when all are.
install_missing() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || {
            echo "error: these packages are missing: ${missing[*]}" >&2
            echo "try: as root, apt-get install --no-install-recommends ${missing[*]}" >&2
            exit 1
        }
        as_root=(sudo)
    fi
    echo "Installing: ${missing[*]}" >&2
    local log
    log=$(mktemp)
    if ! { "${as_root[@]}" apt-get update &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        echo "error: the packages could not be installed; the whole log is in $log" >&2
        echo "try: check the network and apt's sources, then run this again" >&2
        exit 1
    fi
    rm -f "$log"
}
