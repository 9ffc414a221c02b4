# shellcheck shell=bash
# Lets the application start in half the time: the jar laid out flat beside a cache of what the JVM
# read, linked and measured in a former start (JEP 483, 514, 515). Decision 036. Sourced by `atlas`,
# which sets ATLAS_ROOT, JAR, JAVA_HOME and JVM_FLAGS. Works in bash 3.2.

# Prints the folder that belongs to this very jar and JDK, whether or not it exists; nothing where
# the machine cannot tell one jar from another.
start_folder() {
    local key
    has cksum && has nice || return 0
    key="$(cat "$JAR" "$JAVA_HOME/release" | cksum)"
    printf '%s\n' "$ATLAS_ROOT/var/start/${key// /-}"
}

# Sets START_FLAGS and START_JAR to the prepared start, or to the plain jar while there is none. A
# cache that does not fit is left unread by the JVM, which says nothing and starts as without it.
start_prepared() {
    local folder=$1
    START_FLAGS=("${JVM_FLAGS[@]}")
    START_JAR=$JAR
    if [[ -n $folder && -s $folder/start.aot && -f $folder/coalition-atlas.jar ]]; then
        START_FLAGS+=(-XX:AOTCache="$folder/start.aot" -XX:+VerifySharedSpaces
            '-Xlog:aot*=off' '-Xlog:cds*=off')
        START_JAR=$folder/coalition-atlas.jar
        # The process keeps this number when it becomes the application.
        mkdir -p "$folder/users" && : > "$folder/users/$$"
    fi
}

# Prepares the next start in the background once this one answers: runs the application a second
# time, with the lowest priority, on an empty database of its own, and stops it. Made beside its
# place and moved there whole; ends with the application that started it.
start_prepare() {
    local folder=$1 port=$2 application=$$
    [[ -n $folder ]] || return 0
    (
        work=$folder.$application trial=''
        trap '[[ -z $trial ]] || kill -KILL "$trial" 2>/dev/null; rm -rf "$work"' EXIT
        trap 'exit 1' TERM HUP
        until port_answers "$port"; do
            kill -0 "$application" 2>/dev/null || exit 0
            sleep 1
        done
        start_clear "$(dirname "$folder")"
        mkdir -p "$work"
        nice -n 19 "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$JAR" extract --destination "$work/made"
        unset ATLAS_DB_URL ATLAS_DB_USER ATLAS_DB_PASSWORD ATLAS_SMTP_HOST SPRING_PROFILES_ACTIVE
        ATLAS_HOME=$work/home nice -n 19 "$JAVA_HOME/bin/java" "${JVM_FLAGS[@]}" \
            -XX:AOTCacheOutput="$work/made/start.aot" -jar "$work/made/coalition-atlas.jar" \
            --atlas.command=trial-start --server.port=0 --server.address=127.0.0.1 &
        trial=$!
        while kill -0 "$trial" 2>/dev/null; do
            kill -0 "$application" 2>/dev/null || exit 0
            sleep 1
        done
        trial=''
        if [[ -s $work/made/start.aot && ! -s $folder/start.aot ]]; then
            rm -rf "$folder"
            mv "$work/made" "$folder"
        fi
    ) > /dev/null 2>&1 &
}

# Removes what was prepared for other jars and what a killed preparation left, unless a process
# still runs from it.
start_clear() {
    local old user
    for old in "$1"/*; do
        [[ -d $old ]] || continue
        if [[ $old == *.* ]]; then
            kill -0 "${old##*.}" 2>/dev/null && continue
        fi
        for user in "$old"/users/*; do
            kill -0 "${user##*/}" 2>/dev/null && continue 2
        done
        rm -rf "$old"
    done
}
