import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.reflect.AccessFlag;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * The half of {@code ./atlas dev} that compiles: looks for saved sources, compiles them in this one
 * warm process, and touches the file whose date restarts the application. Where only the inside of
 * a class changed, that class alone is compiled; where others may see the change, everything is.
 *
 * <p>The null checks of the build are left out here. Every class is dated before its source, so
 * that the next build takes it for stale and checks it.
 *
 * <p>Arguments: the file with the class path, the port on which the application will answer.
 */
final class CompileSaved {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path CLASSES = Path.of("target/classes");
    private static final Path TRY = Path.of("target/dev-classes");
    private static final Duration LOOK = Duration.ofMillis(200);

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final String classPath;

    private CompileSaved(String classPath) {
        this.classPath = classPath;
    }

    public static void main(String[] arguments) throws Exception {
        var compile = new CompileSaved(Files.readString(Path.of(arguments[0])).strip());
        Map<Path, FileTime> known = sources();
        // Before the application is up nothing would follow the restart file.
        while (!answers(Integer.parseInt(arguments[1]))) {
            Thread.sleep(LOOK);
        }
        while (true) {
            Thread.sleep(LOOK);
            Map<Path, FileTime> now = sources();
            if (now.isEmpty() || now.equals(known)) {
                continue;
            }
            // An editor or a merge writes several files: all of them, and whole.
            Thread.sleep(LOOK);
            if (!sources().equals(now)) {
                continue;
            }
            compile.changed(known, now);
            known = now;
        }
    }

    private void changed(Map<Path, FileTime> before, Map<Path, FileTime> now) throws IOException {
        long start = System.nanoTime();
        Set<Path> gone = new HashSet<>(before.keySet());
        gone.removeAll(now.keySet());
        Set<Path> saved = new TreeSet<>();
        now.forEach(
                (file, date) -> {
                    if (!date.equals(before.get(file))) {
                        saved.add(file);
                    }
                });
        boolean done;
        int count = saved.size();
        Boolean alone = gone.isEmpty() ? byThemselves(saved) : null;
        if (alone == null) {
            for (Path file : gone) {
                deleteClassesOf(file);
            }
            count = now.size();
            done = compile(now.keySet(), CLASSES);
            if (done) {
                date(now.keySet());
            }
        } else {
            done = alone;
        }
        if (done) {
            say(
                    "compiled %s in %.1f s, restarting"
                            .formatted(
                                    count == 1 ? "one class" : count + " classes",
                                    (System.nanoTime() - start) / 1e9));
            Files.writeString(CLASSES.resolve(".restart"), String.valueOf(System.nanoTime()));
        } else {
            say("not restarted: the messages above say what does not compile");
        }
    }

    /** Null where others see the change, so that everything has to be compiled. */
    private Boolean byThemselves(Set<Path> saved) throws IOException {
        delete(TRY);
        Files.createDirectories(TRY);
        if (!compile(saved, TRY)) {
            return false;
        }
        List<Path> made;
        try (Stream<Path> files = Files.walk(TRY)) {
            made = files.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : made) {
            Path old = CLASSES.resolve(TRY.relativize(file));
            if (Files.notExists(old) ? !isInner(file) : !shown(file).equals(shown(old))) {
                return null;
            }
        }
        for (Path source : saved) {
            deleteClassesOf(source);
        }
        for (Path file : made) {
            Path to = CLASSES.resolve(TRY.relativize(file));
            Files.createDirectories(to.getParent());
            Files.move(file, to, StandardCopyOption.REPLACE_EXISTING);
        }
        date(saved);
        return true;
    }

    private boolean compile(Collection<Path> files, Path to) throws IOException {
        var found = new DiagnosticCollector<JavaFileObject>();
        try (var manager = compiler.getStandardFileManager(found, null, null)) {
            List<String> options =
                    List.of(
                            "-d",
                            to.toString(),
                            "-cp",
                            CLASSES + File.pathSeparator + classPath,
                            "-parameters",
                            "-g",
                            "-proc:none",
                            "-implicit:none",
                            "-nowarn");
            boolean done =
                    compiler.getTask(
                                    new PrintWriter(System.err),
                                    manager,
                                    found,
                                    options,
                                    null,
                                    manager.getJavaFileObjectsFromPaths(files))
                            .call();
            if (!done) {
                found.getDiagnostics().stream()
                        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                        .forEach(System.err::println);
            }
            return done;
        }
    }

    /** What other classes can see of one: its head, and members that are not private. */
    private static Set<String> shown(Path file) throws IOException {
        ClassModel model = ClassFile.of().parse(file);
        var seen = new HashSet<String>();
        seen.add(
                "class "
                        + model.flags().flagsMask()
                        + " "
                        + signature(model.findAttribute(Attributes.signature()).orElse(null)));
        model.superclass().ifPresent(type -> seen.add("extends " + type.asInternalName()));
        model.interfaces().forEach(type -> seen.add("implements " + type.asInternalName()));
        model.findAttribute(Attributes.record())
                .ifPresent(
                        record ->
                                record.components()
                                        .forEach(
                                                part ->
                                                        seen.add(
                                                                "part "
                                                                        + part.name()
                                                                        + part.descriptor())));
        model.findAttribute(Attributes.permittedSubclasses())
                .ifPresent(
                        permitted ->
                                permitted
                                        .permittedSubclasses()
                                        .forEach(
                                                type ->
                                                        seen.add(
                                                                "permits "
                                                                        + type.asInternalName())));
        for (var field : model.fields()) {
            if (!field.flags().has(AccessFlag.PRIVATE)
                    && !field.flags().has(AccessFlag.SYNTHETIC)) {
                String value =
                        field.findAttribute(Attributes.constantValue())
                                .map(constant -> constant.constant().constantValue().toString())
                                .orElse("");
                seen.add(
                        "field "
                                + field.flags().flagsMask()
                                + " "
                                + field.fieldName()
                                + field.fieldType()
                                + signature(
                                        field.findAttribute(Attributes.signature()).orElse(null))
                                + "="
                                + value);
            }
        }
        for (var method : model.methods()) {
            if (!method.flags().has(AccessFlag.PRIVATE)
                    && !method.flags().has(AccessFlag.SYNTHETIC)) {
                seen.add(
                        "method "
                                + method.flags().flagsMask()
                                + " "
                                + method.methodName()
                                + method.methodType()
                                + signature(
                                        method.findAttribute(Attributes.signature()).orElse(null))
                                + method.findAttribute(Attributes.exceptions())
                                        .map(
                                                thrown ->
                                                        thrown.exceptions().stream()
                                                                .map(type -> type.asInternalName())
                                                                .toList())
                                        .orElse(List.of()));
            }
        }
        return seen;
    }

    private static String signature(SignatureAttribute attribute) {
        return attribute == null ? "" : attribute.signature().stringValue();
    }

    private static boolean isInner(Path file) {
        return file.getFileName().toString().contains("$");
    }

    /** A class older than its source is stale to Maven, which then compiles and checks it. */
    private static void date(Collection<Path> sources) throws IOException {
        for (Path source : sources) {
            long saved = Files.getLastModifiedTime(source).toMillis();
            for (Path file : classesOf(source)) {
                Files.setLastModifiedTime(file, FileTime.fromMillis(saved - 2000));
            }
        }
    }

    private static void deleteClassesOf(Path source) throws IOException {
        for (Path file : classesOf(source)) {
            Files.delete(file);
        }
    }

    private static List<Path> classesOf(Path source) throws IOException {
        String name = source.getFileName().toString().replace(".java", "");
        Path folder = CLASSES.resolve(SOURCES.relativize(source)).getParent();
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> {
                                String found = file.getFileName().toString();
                                return found.equals(name + ".class")
                                        || found.startsWith(name + "$") && found.endsWith(".class");
                            })
                    .toList();
        }
    }

    private static Map<Path, FileTime> sources() throws IOException {
        var dates = new HashMap<Path, FileTime>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    (Iterable<Path>)
                            files.filter(one -> one.toString().endsWith(".java"))::iterator) {
                dates.put(file, Files.getLastModifiedTime(file));
            }
        } catch (UncheckedIOException | NoSuchFileException e) {
            // A file went away between being listed and being looked at: the next look is whole.
            return Map.of();
        }
        return dates;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> files = Files.walk(folder)) {
                all = new ArrayList<>(files.toList());
            }
            for (Path file : all.reversed()) {
                Files.delete(file);
            }
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void say(String text) {
        System.err.println("atlas: " + text);
    }
}
