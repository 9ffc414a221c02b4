# shellcheck shell=bash
# A real MySQL server for the tests, without Docker and without installing anything. Sourced by
# `atlas` after toolchain.sh; uses ATLAS_ROOT and ATLAS_TOOLS.
#
#   mysql_provide   finds a server of 8.4 or newer, or fetches one from Debian
#   mysql_start     starts it on a fresh database; sets MYSQL_PORT and MYSQL_VERSION and exports
#                   ATLAS_TEST_MYSQL_URL, ATLAS_TEST_MYSQL_USER and ATLAS_TEST_MYSQL_PASSWORD
#   mysql_stop      stops it and removes its data; may be called at any time, any number of times

MYSQL_COMMAND=()
MYSQL_PID=
MYSQL_RUN=

mysql_cannot() {
    die "the MySQL half of the tests cannot run: $*; ATLAS_TEST_WITHOUT_MYSQL=1 tests without it"
}

# --- Providing --------------------------------------------------------------------------------

# Sets MYSQL_COMMAND to the command, with its first arguments, that starts the server.
mysql_provide() {
    local server root=$ATLAS_TOOLS/mysql/root
    for server in "$(command -v mysqld || true)" /usr/sbin/mysqld /usr/libexec/mysqld \
        /opt/homebrew/opt/mysql/bin/mysqld; do
        if [[ -x $server ]] && mysql_is_recent "$server"; then
            MYSQL_COMMAND=("$server" --no-defaults)
            return
        fi
    done
    if [[ ! -x $root/usr/sbin/mysqld ]]; then
        mysql_fetch "$root"
    fi
    mysql_use_unpacked "$root"
    mysql_is_recent "${MYSQL_COMMAND[@]}" \
        || mysql_cannot "the server in $root does not start or is older than 8.4 (remove that folder to fetch it again)"
}

# Succeeds for MySQL 8.4 or newer. MariaDB answers to the same command name and is refused.
mysql_is_recent() {
    local text
    text="$("$@" --version 2>/dev/null)" || return 1
    [[ $text != *MariaDB* && $text =~ Ver\ ([0-9]+)\.([0-9]+) ]] || return 1
    ((BASH_REMATCH[1] > 8 || (BASH_REMATCH[1] == 8 && BASH_REMATCH[2] >= 4)))
}

# The unpacked server needs its own C library, hence its own loader.
mysql_use_unpacked() {
    local root=$1 loader libraries
    loader="$(find "$root" -name 'ld-linux*.so.*' -path '*-linux-gnu*' -print -quit)"
    libraries=$(dirname "$loader")
    MYSQL_COMMAND=("$loader" --library-path "$libraries" "$root/usr/sbin/mysqld" --no-defaults
        --lc-messages-dir="$root/usr/share/mysql"
        --character-sets-dir="$root/usr/share/mysql/charsets"
        --plugin-dir="$root/usr/lib/mysql/plugin")
}

# Downloads Debian's mysql-server-core with the libraries it needs and unpacks them into a folder.
# apt runs on a state of its own: nothing on the machine is installed or changed, no root needed.
# apt checks the signatures against the machine's own keyring.
mysql_fetch() {
    local root=$1 apt=$ATLAS_TOOLS/mysql/apt.$$ build=$1.$$ log=$ATLAS_TOOLS/mysql/fetch.log archive
    local missing="no MySQL server 8.4 or newer (mysqld) is on PATH"
    if ! has apt-get || ! has dpkg; then
        mysql_cannot "$missing, and there is no apt to fetch one with"
    fi
    rm -rf "$apt" "$build"
    mkdir -p "$apt"/{lists/partial,cache/archives/partial,sources,empty} "$build"
    if ! mysql_sources "$apt/sources"; then
        rm -rf "$apt" "$build"
        mysql_cannot "$missing, and this machine has no Debian package source to fetch one from"
    fi
    mysql_apt_files "$apt"
    say "fetching the MySQL server from Debian (about 50 MB)"
    if ! {
        apt-get -c "$apt/apt.conf" update \
            && apt-get -c "$apt/apt.conf" install -y --download-only --no-install-recommends \
                mysql-server-core
    } > "$log" 2>&1; then
        rm -rf "$apt" "$build"
        mysql_cannot "$missing, and fetching one failed (see $log)"
    fi
    for archive in "$apt"/cache/archives/*.deb; do
        dpkg -x "$archive" "$build" >> "$log" 2>&1 \
            || { rm -rf "$apt" "$build"; mysql_cannot "unpacking ${archive##*/} failed (see $log)"; }
    done
    rm -rf "$apt" "$build/usr/share/doc" "$build/usr/share/man" "$root"
    # Moved whole, last: an interrupted download never looks like a server.
    mv "$build" "$root"
}

# Writes apt's configuration and its picture of what is installed: nothing but perl, which only
# the package's helper scripts use, so that every library is fetched and perl is not.
mysql_apt_files() {
    local apt=$1 architecture
    architecture="$(dpkg --print-architecture)"
    cat > "$apt/status" <<STATUS
Package: perl
Status: install ok installed
Priority: standard
Section: perl
Maintainer: none
Architecture: $architecture
Multi-Arch: allowed
Version: 99
Description: stands in for the real package
STATUS
    # The machine's hooks (clean-up, desktop catalogues) have no business with this state.
    cat > "$apt/apt.conf" <<CONF
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear DPkg::Pre-Install-Pkgs;
#clear DPkg::Pre-Invoke;
#clear DPkg::Post-Invoke;
Dir::State "$apt";
Dir::State::status "$apt/status";
Dir::State::lists "$apt/lists";
Dir::Cache "$apt/cache";
Dir::Cache::archives "$apt/cache/archives";
Dir::Log "$apt";
Dir::Etc::sourcelist "/dev/null";
Dir::Etc::sourceparts "$apt/sources";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "$apt/empty";
APT::Sandbox::User "$(id -un)";
APT::Architecture "$architecture";
Acquire::Languages "none";
Debug::NoLocking "true";
CONF
}

# Writes a source entry for Debian's unstable suite into a folder, derived from the machine's own
# Debian entry (same mirror, same keys). Fails if the machine has none.
mysql_sources() {
    local folder=$1 codename=''
    [[ -r /etc/os-release ]] || return 1
    # In a subshell: the file sets many names.
    # shellcheck source=/dev/null
    [[ "$(. /etc/os-release && printf '%s' "${ID:-}")" == debian ]] || return 1
    # shellcheck source=/dev/null
    codename="$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-sid}")"
    mysql_sources_deb822 "$codename" > "$folder/sid.sources"
    if [[ ! -s $folder/sid.sources ]]; then
        rm "$folder/sid.sources"
        mysql_sources_one_line "$codename" > "$folder/sid.list"
        [[ -s $folder/sid.list ]] || return 1
    fi
}

# The first stanza of /etc/apt/sources.list.d/*.sources that carries the machine's suite with the
# component main: third parties name other suites or other components.
mysql_sources_deb822() {
    local file
    for file in /etc/apt/sources.list.d/*.sources; do
        [[ -r $file ]] || continue
        # A blank line between two files keeps their stanzas apart.
        printf '\n'
        cat "$file"
        printf '\n'
    done | awk -v codename="$1" '
        function finish(    i) {
            if (binary && suited && main && !off && !done) {
                for (i = 1; i <= lines; i++) print line[i]
                done = 1
            }
            lines = binary = suited = main = off = 0
        }
        /^[[:space:]]*$/ { finish(); next }
        /^#/ { next }
        {
            field = tolower($1)
            if (field == "types:") for (i = 2; i <= NF; i++) if ($i == "deb") binary = 1
            if (field == "enabled:" && tolower($2) ~ /^(no|false|0)$/) off = 1
            if (field == "components:") for (i = 2; i <= NF; i++) if ($i == "main") main = 1
            if (field == "types:") $0 = "Types: deb"
            if (field == "components:") $0 = "Components: main"
            if (field == "suites:") {
                for (i = 2; i <= NF; i++)
                    if ($i == codename || $i ~ /^(oldstable|stable|testing|unstable|sid)$/) suited = 1
                $0 = "Suites: sid"
            }
            line[++lines] = $0
        }
        END { finish() }'
}

# The same for the older format, one line per source.
mysql_sources_one_line() {
    local file
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [[ -r $file ]] || continue
        cat "$file"
        printf '\n'
    done | awk -v codename="$1" '
        $1 != "deb" || done { next }
        {
            options = ""
            rest = $0
            sub(/^[[:space:]]*deb[[:space:]]+/, "", rest)
            if (rest ~ /^\[/) {
                options = substr(rest, 1, index(rest, "]")) " "
                rest = substr(rest, index(rest, "]") + 1)
            }
            sub(/#.*/, "", rest)
            count = split(rest, part, /[[:space:]]+/)
            first = part[1] == "" ? 2 : 1
            suite = part[first + 1]
            main = 0
            for (i = first + 2; i <= count; i++) if (part[i] == "main") main = 1
            if (main && (suite == codename || suite ~ /^(oldstable|stable|testing|unstable|sid)$/)) {
                print "deb " options part[first] " sid main"
                done = 1
            }
        }'
}

# --- Running ----------------------------------------------------------------------------------

# Prints a password of this run: 32 hexadecimal digits from the system's random source.
mysql_password() {
    od -An -N16 -tx1 /dev/urandom | tr -d ' \n'
}

# Prints a port nobody listens on. Below 32768, where the system hands out none by itself.
mysql_free_port() {
    local port attempt
    for ((attempt = 0; attempt < 50; attempt++)); do
        port=$((20000 + RANDOM % 12000))
        if ! port_answers "$port"; then
            printf '%s\n' "$port"
            return
        fi
    done
    return 1
}

# Prints the version a server on a port greets with; fails while it does not greet. The greeting
# comes only after the start-up SQL is done, so it means ready, not merely listening.
mysql_greeting() {
    local text='' i
    exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
    # Length (3 bytes) and number of the packet end in zero bytes; then 0x0a and the version.
    for i in 1 2 3 4; do
        IFS= LC_ALL=C read -r -t 2 -d '' text <&3 || break
    done
    exec 3>&-
    [[ $i == 4 && $text == $'\n'[0-9]* ]] || return 1
    printf '%s\n' "${text#$'\n'}"
}

# Starts the server on an empty data folder of its own and waits until it answers.
mysql_start() {
    local password log user=() deadline
    mysql_sweep
    mkdir -p "$ATLAS_ROOT/var/mysql"
    MYSQL_RUN=$ATLAS_ROOT/var/mysql/$$
    rm -rf "$MYSQL_RUN"
    (umask 077 && mkdir "$MYSQL_RUN")
    log=$MYSQL_RUN/log
    # MySQL refuses to run as root unless told so by name; these data live for one test run.
    if [[ $(id -u) == 0 ]]; then
        user=(--user=root)
    fi
    "${MYSQL_COMMAND[@]}" ${user[@]+"${user[@]}"} --initialize-insecure \
        --datadir="$MYSQL_RUN/data" --secure-file-priv=NULL > "$log" 2>&1 \
        || mysql_failed "its data folder could not be set up"

    # The tests may add databases of their own as long as their names begin with atlas.
    password="$(mysql_password)"
    (umask 077 && cat > "$MYSQL_RUN/init.sql") <<SQL
CREATE DATABASE atlas;
CREATE USER 'atlas'@'127.0.0.1' IDENTIFIED BY '$password';
GRANT ALL PRIVILEGES ON \`atlas%\`.* TO 'atlas'@'127.0.0.1';
ALTER USER 'root'@'localhost' ACCOUNT LOCK;
SQL
    MYSQL_PORT="$(mysql_free_port)" || mysql_failed "no free port was found"
    # The socket's name is relative to the data folder: a long path would exceed the limit of
    # socket names. No waiting for the disk: after a power failure nobody wants these data. The
    # binary log stays on, as in production, where it restricts what migrations may do.
    "${MYSQL_COMMAND[@]}" ${user[@]+"${user[@]}"} --datadir="$MYSQL_RUN/data" \
        --socket=mysql.sock --pid-file="$MYSQL_RUN/data/mysqld.pid" --secure-file-priv=NULL \
        --init-file="$MYSQL_RUN/init.sql" --bind-address=127.0.0.1 --port="$MYSQL_PORT" \
        --loose-mysqlx=OFF --skip-name-resolve --default-time-zone=+00:00 \
        --character-set-server=utf8mb4 --sync-binlog=0 --innodb-flush-log-at-trx-commit=0 \
        >> "$log" 2>&1 < /dev/null &
    MYSQL_PID=$!

    deadline=$((SECONDS + 120))
    # shellcheck disable=SC2034 # for the caller
    until MYSQL_VERSION="$(mysql_greeting "$MYSQL_PORT" 2>/dev/null)"; do
        kill -0 "$MYSQL_PID" 2>/dev/null || mysql_failed "it ended while starting"
        ((SECONDS < deadline)) || mysql_failed "it did not answer within two minutes"
        sleep 0.1
    done
    # The password is in the server now; nothing needs the file any more.
    rm -f "$MYSQL_RUN/init.sql"
    # On the loopback, without encryption, the server has to hand its key to the client once.
    export ATLAS_TEST_MYSQL_URL="jdbc:mysql://127.0.0.1:$MYSQL_PORT/atlas?sslMode=DISABLED&allowPublicKeyRetrieval=true"
    export ATLAS_TEST_MYSQL_USER=atlas
    export ATLAS_TEST_MYSQL_PASSWORD=$password
}

# Keeps the log where it can be read after the data folder is gone, and ends the script.
mysql_failed() {
    local kept=$ATLAS_ROOT/var/mysql/failed.log
    cp "$MYSQL_RUN/log" "$kept" 2>/dev/null || true
    mysql_stop
    mysql_cannot "the MySQL server did not start: $1 (see $kept)"
}

# Ends a process: asks, waits up to 30 seconds, then forces.
mysql_end() {
    local pid=$1 deadline=$((SECONDS + 30))
    kill -TERM "$pid" 2>/dev/null || return 0
    while kill -0 "$pid" 2>/dev/null; do
        if ((SECONDS >= deadline)); then
            kill -KILL "$pid" 2>/dev/null || true
            return 0
        fi
        sleep 0.1
    done
}

mysql_stop() {
    if [[ -n $MYSQL_PID ]]; then
        mysql_end "$MYSQL_PID"
        wait "$MYSQL_PID" 2>/dev/null || true
        MYSQL_PID=
    fi
    if [[ -n $MYSQL_RUN ]]; then
        rm -rf "$MYSQL_RUN"
        MYSQL_RUN=
    fi
}

# Clears what earlier runs left that were killed before they could stop their server. A folder is
# named after the process that ran the tests; a server is only ended if it works in that folder.
mysql_sweep() {
    local folder pid
    for folder in "$ATLAS_ROOT"/var/mysql/[0-9]*; do
        [[ -d $folder ]] || continue
        ! kill -0 "${folder##*/}" 2>/dev/null || continue
        pid="$(cat "$folder/data/mysqld.pid" 2>/dev/null || true)"
        if [[ $pid =~ ^[0-9]+$ && "$(ps -o args= -p "$pid" 2>/dev/null)" == *"--datadir=$folder/data"* ]]; then
            mysql_end "$pid"
        fi
        rm -rf "$folder"
    done
}
