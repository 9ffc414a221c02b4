# shellcheck shell=bash
# Finds or fetches what a build needs: JDK 25, Maven, Node.js 24, Chromium. Sourced by `atlas`,
# which sets ATLAS_TOOLS (an absolute folder). Works in bash 3.2, which macOS still ships.

# Tells the person in one line; on standard error, so that a command's own output stays clean.
say() {
    printf 'atlas: %s\n' "$*" >&2
}

# Says in one line what is wrong and what helps, and ends the script.
die() {
    printf 'atlas: error: %s\n' "$*" >&2
    exit 1
}

has() {
    command -v "$1" >/dev/null 2>&1
}

# Succeeds if something accepts connections on this port of the local machine.
port_answers() {
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# Prints the first number of a version such as 25.0.3 or v24.9.0; 0 if there is none.
major_of() {
    if [[ ${1#v} =~ ^([0-9]+) ]]; then
        printf '%s\n' "${BASH_REMATCH[1]}"
    else
        printf '0\n'
    fi
}

# --- Java -------------------------------------------------------------------------------------

# Prints the major version of the JDK in a folder; 0 if it is none. Reads the JDK's own release
# file instead of starting it, so that looking through many folders costs nothing.
jdk_major() {
    local line version=
    if [[ -x $1/bin/java && -x $1/bin/javac && -r $1/release ]]; then
        while IFS= read -r line || [[ -n $line ]]; do
            if [[ $line == JAVA_VERSION=* ]]; then
                version=${line#JAVA_VERSION=}
            fi
        done < "$1/release"
    fi
    major_of "${version//\"/}"
}

# Sets and exports JAVA_HOME to a JDK 25, or to a newer one if there is no 25.
java_find() {
    if [[ -n ${JAVA_HOME:-} ]] && (($(jdk_major "$JAVA_HOME") >= 25)); then
        export JAVA_HOME
        return
    fi
    local home newer='' major on_path='' user=${HOME:-/nonexistent}
    if has java; then
        on_path="$(readlink -f "$(command -v java)" 2>/dev/null || true)"
        on_path=${on_path%/bin/java}
    fi
    for home in "$on_path" /usr/lib/jvm/* /opt/java/* "$user"/.sdkman/candidates/java/* \
        "$user"/.asdf/installs/java/* \
        "${XDG_DATA_HOME:-$user/.local/share}"/mise/installs/java/* \
        "$user"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$user"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        [[ -n $home && -d $home ]] || continue
        major="$(jdk_major "$home")"
        if ((major == 25)); then
            export JAVA_HOME=$home
            return
        fi
        if ((major > 25)) && [[ -z $newer ]]; then
            newer=$home
        fi
    done
    [[ -n $newer ]] \
        || die "JDK 25 is missing: install it (for example Eclipse Temurin 25) or point JAVA_HOME at it"
    export JAVA_HOME=$newer
}

# Checks that Maven 3.8 or newer is there.
maven_find() {
    has mvn || die "Maven is missing: install Maven 3.8 or newer (for example: apt-get install maven)"
    local version
    version="$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)" \
        || die "Maven is there but does not run: see what mvn -v says"
    if [[ ! $version =~ ^([0-9]+)\.([0-9]+) ]] \
        || ((BASH_REMATCH[1] < 3 || (BASH_REMATCH[1] == 3 && BASH_REMATCH[2] < 8))); then
        die "Maven ${version:-of an unknown version} is too old: install Maven 3.8 or newer"
    fi
}

# --- Node.js ----------------------------------------------------------------------------------

# Succeeds if the folder holds node >= 24 with npm beside it; the frontend build needs the pair.
node_home_is_good() {
    [[ -x $1/node && -x $1/npm ]] && (($(major_of "$("$1/node" --version 2>/dev/null || true)") >= 24))
}

# Prints the newest version of an npm package within a range.
npm_newest() {
    npm view "$1" version --json 2>/dev/null | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' \
        | sort -t. -k1,1n -k2,2n -k3,3n | tail -n 1
}

# Unpacks one npm package into a folder. The npm client checks the package's integrity.
npm_unpack() {
    local package=$1 folder=$2 archive
    mkdir -p "$folder.pack" "$folder"
    (cd "$folder.pack" && npm pack --silent "$package" >/dev/null 2>&1) || return 1
    for archive in "$folder.pack"/*.tgz; do
        tar -xzf "$archive" --strip-components=1 -C "$folder" || return 1
    done
    rm -rf "$folder.pack"
}

# Puts Node.js >= 24 with its npm first on PATH, fetching it through npm if the machine has none.
node_provide() {
    local on_path home=$ATLAS_TOOLS/node
    if has node; then
        on_path="$(dirname "$(command -v node)")"
        ! node_home_is_good "$on_path" || return 0
    fi
    if ! node_home_is_good "$home/bin"; then
        node_fetch "$home"
    fi
    export PATH="$home/bin:$PATH"
    hash -r
}

# Builds a Node home from the npm packages of node and npm. Done beside its final place and moved
# there whole: an interrupted download never looks like an installation.
node_fetch() {
    local home=$1 build=$1.$$ os cpu node_version npm_version
    has npm || die "Node.js 24 is missing and there is no npm to fetch it with: install Node.js 24 or newer with npm"
    case $(uname -s) in
        Linux) os=linux ;;
        Darwin) os=darwin ;;
        *) die "Node.js 24 is missing: install Node.js 24 or newer with npm" ;;
    esac
    case $(uname -m) in
        x86_64 | amd64) cpu=x64 ;;
        aarch64 | arm64) cpu=arm64 ;;
        *) die "Node.js 24 is missing: install Node.js 24 or newer with npm" ;;
    esac
    node_version="$(npm_newest "node-$os-$cpu@24" || true)"
    npm_version="$(npm_newest npm@11 || true)"
    [[ -n $node_version && -n $npm_version ]] \
        || die "Node.js 24 is missing and npm cannot reach its registry: install Node.js 24 or newer with npm"
    say "fetching Node.js $node_version and npm $npm_version"
    rm -rf "$build"
    mkdir -p "$build/lib/node_modules"
    if ! npm_unpack "node-$os-$cpu@$node_version" "$build/package" \
        || ! npm_unpack "npm@$npm_version" "$build/lib/node_modules/npm"; then
        rm -rf "$build"
        die "Node.js 24 is missing and its download failed: install Node.js 24 or newer with npm"
    fi
    mkdir -p "$build/bin"
    mv "$build/package/bin/node" "$build/bin/node"
    rm -rf "$build/package"
    chmod +x "$build/bin/node" "$build"/lib/node_modules/npm/bin/*.js
    ln -s ../lib/node_modules/npm/bin/npm-cli.js "$build/bin/npm"
    ln -s ../lib/node_modules/npm/bin/npx-cli.js "$build/bin/npx"
    if ! node_home_is_good "$build/bin"; then
        rm -rf "$build"
        die "the fetched Node.js does not run on this machine: install Node.js 24 or newer with npm"
    fi
    rm -rf "$home"
    mv "$build" "$home"
}

# --- Chromium ---------------------------------------------------------------------------------

# Sets ATLAS_CHROMIUM to a browser that starts; fails if there is none. Being on PATH is not
# enough: on some systems the command is a stub that asks for another package manager.
chromium_find() {
    local candidate path
    for candidate in chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        /Applications/Chromium.app/Contents/MacOS/Chromium; do
        path="$(command -v "$candidate" 2>/dev/null || true)"
        if [[ -n $path ]] && "$path" --version >/dev/null 2>&1; then
            ATLAS_CHROMIUM=$path
            return
        fi
    done
    return 1
}

# Exports ATLAS_CHROMIUM for the browser tests, installing the distribution's package if this
# process may. Playwright's own download stays off: its site is out of reach on many networks.
chromium_provide() {
    export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
    if [[ -n ${ATLAS_CHROMIUM:-} ]]; then
        [[ -x $ATLAS_CHROMIUM ]] \
            || die "ATLAS_CHROMIUM names no program: point it at a Chromium or Chrome executable"
    elif ! chromium_find; then
        if [[ $(id -u) == 0 ]] && has apt-get; then
            say "installing Chromium for the browser tests"
            chromium_install || die "Chromium could not be installed: see $ATLAS_TOOLS/chromium.log, or set ATLAS_CHROMIUM"
        fi
        chromium_find \
            || die "Chromium is missing: install it (for example: sudo apt-get install chromium) or set ATLAS_CHROMIUM"
    fi
    export ATLAS_CHROMIUM
}

# Waits for another apt to finish (ten minutes at most) instead of failing on its lock.
chromium_install() {
    mkdir -p "$ATLAS_TOOLS"
    {
        apt-get -o DPkg::Lock::Timeout=600 update \
            && DEBIAN_FRONTEND=noninteractive \
                apt-get -o DPkg::Lock::Timeout=600 install -y --no-install-recommends chromium
    } > "$ATLAS_TOOLS/chromium.log" 2>&1
}
