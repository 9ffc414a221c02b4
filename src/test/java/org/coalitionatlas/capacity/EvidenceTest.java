package org.coalitionatlas.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coalitionatlas.capacity.Respondents.CHECKLIST;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.SaidInWords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** Links and files: hostile ones are refused, the others leave only as a download. */
@DemoTest
class EvidenceTest {

    private static final String ITEM = "staff-trained";

    @Autowired EvidenceShelf shelf;
    @Autowired Responses responses;
    @Autowired ResponseReading reading;
    @Autowired EvidenceCleaning cleaning;
    @Autowired Clock clock;
    @Autowired SignedInAs signedInAs;
    @Autowired MockMvc mvc;

    @Value("${atlas.home}")
    Path home;

    private Respondents people;
    private UUID response;

    @BeforeEach
    void open() {
        people = new Respondents(signedInAs);
        response =
                people.maria(
                        () ->
                                responses.open(
                                        people.shelter(), CHECKLIST, UUID.randomUUID().toString()));
    }

    // ---- what a crash leaves ----

    @Test
    void a_file_without_a_record_goes_after_a_day_and_every_other_file_stays() throws IOException {
        Path folder = home.resolve("data").resolve("evidence");
        Evidence kept =
                people.maria(
                        () ->
                                shelf.file(
                                        response,
                                        ITEM,
                                        "kept.txt",
                                        new ByteArrayInputStream(text("A policy."))));
        Evidence takenOff =
                people.maria(
                        () ->
                                shelf.file(
                                        response,
                                        ITEM,
                                        "off.txt",
                                        new ByteArrayInputStream(text("Another one."))));
        people.maria(() -> shelf.remove(response, takenOff.id()));
        Path orphan = file(folder, UUID.randomUUID().toString());
        Path young = file(folder, UUID.randomUUID().toString());
        Path foreign = file(folder, "README");
        Instant longAgo = clock.instant().minus(EvidenceCleaning.GRACE).minusSeconds(60);
        for (Path path :
                List.of(
                        folder.resolve(kept.id().toString()),
                        folder.resolve(takenOff.id().toString()),
                        orphan,
                        foreign)) {
            Files.setLastModifiedTime(path, FileTime.from(longAgo));
        }
        Files.setLastModifiedTime(young, FileTime.from(longAgo.plusSeconds(120)));
        assertThat(cleaning.clean()).isEqualTo(1);
        assertThat(orphan).doesNotExist();
        assertThat(List.of(young, foreign, folder.resolve(kept.id().toString())))
                .allSatisfy(path -> assertThat(path).exists());
        assertThat(folder.resolve(takenOff.id().toString()))
                .as("evidence that was taken off can be put back")
                .exists();
        Files.delete(young);
        Files.delete(foreign);
    }

    @Test
    void one_night_removes_no_more_than_its_limit_and_the_next_goes_on() throws IOException {
        Path folder = home.resolve("data").resolve("evidence");
        Instant longAgo = clock.instant().minus(EvidenceCleaning.GRACE).minusSeconds(60);
        for (int i = 0; i < EvidenceCleaning.MOST + 3; i++) {
            Files.setLastModifiedTime(
                    file(folder, UUID.randomUUID().toString()), FileTime.from(longAgo));
        }
        assertThat(cleaning.clean()).isEqualTo(EvidenceCleaning.MOST);
        assertThat(cleaning.clean()).isEqualTo(3);
        assertThat(cleaning.clean()).isZero();
    }

    private static Path file(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(name), "left behind");
    }

    // ---- the corpus ----

    static Stream<Arguments> good() {
        return Stream.of(
                Arguments.of("policy.pdf", FileType.PDF, text("%PDF-1.7\n1 0 obj\n%%EOF\n")),
                Arguments.of("Training roster.PNG", FileType.PNG, png("")),
                Arguments.of("scan.jpeg", FileType.JPEG, jpeg("")),
                Arguments.of("MOU año 2026.docx", FileType.DOCX, office("word/document.xml")),
                Arguments.of("roster.xlsx", FileType.XLSX, office("xl/workbook.xml")),
                Arguments.of("staff.csv", FileType.CSV, text("name,trained\nA. Ruiz,yes\n")),
                Arguments.of("notes.txt", FileType.TXT, text("Año 2026: 5 < 6, A&B")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void a_file_that_is_what_it_says_comes_back_byte_for_byte(
            String name, FileType type, byte[] bytes) throws Exception {
        Evidence kept = attach(name, bytes);
        assertThat(kept.file()).isEqualTo(type);
        assertThat(Files.readAllBytes(home.resolve("data/evidence").resolve(kept.id().toString())))
                .isEqualTo(bytes);
        MockHttpServletResponse answer = download(kept.id(), SignedInAs.MEMBER_OF_SHELTER);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsByteArray()).isEqualTo(bytes);
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                hostile("a page named as a picture.png", text("<html><script>alert(1)</script>")),
                hostile("drawing.svg", text("<svg onload='alert(1)'/>")),
                hostile("drawing with a script.png", text("<svg><script>alert(1)</script></svg>")),
                hostile("page.txt", text("hello\n<script src=//evil.example></script>")),
                hostile("page with a mark.csv", text("\uFEFF<!DOCTYPE html><p>x")),
                hostile("xml.txt", text("<?xml version='1.0'?><x xmlns:x='y'/>")),
                hostile("shell.txt", text("#!/bin/sh\nrm -rf /")),
                hostile("program.txt", new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0}),
                hostile("program.exe", new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0}),
                hostile("picture and page.png", png("<script>alert(1)</script>")),
                hostile("picture and archive.jpg", join(jpeg(""), office("word/document.xml"))),
                hostile(
                        "document and archive.pdf",
                        join(text("%PDF-1.7\n%%EOF\n"), office("word/document.xml"))),
                hostile(
                        "script before.pdf",
                        join(text("<script>1</script>"), text("%PDF-1.7\n%%EOF"))),
                hostile("gif.png", text("GIF89a/*<svg/onload=alert(1)>*/")),
                hostile("archive.docx", zip(Map.of("readme.html", "<p>"))),
                hostile(
                        "macros.docx",
                        zip(
                                Map.of(
                                        "[Content_Types].xml",
                                        "",
                                        "word/document.xml",
                                        "",
                                        "word/vbaProject.bin",
                                        "x"))),
                hostile(
                        "way out.docx",
                        zip(
                                Map.of(
                                        "[Content_Types].xml",
                                        "",
                                        "word/document.xml",
                                        "",
                                        "../../evil.xml",
                                        "x"))),
                hostile("sheet as a letter.docx", office("xl/workbook.xml")),
                hostile("archive before.docx", join(text("junk"), office("word/document.xml"))),
                hostile("bomb.docx", bomb()),
                hostile("cut off.docx", java.util.Arrays.copyOf(office("word/document.xml"), 60)),
                hostile("cut off.png", java.util.Arrays.copyOf(png(""), 30)),
                hostile("empty.pdf", new byte[0]),
                hostile("no ending", text("hello")),
                hostile("page.html", text("<p>hello")),
                hostile("archive.zip", office("word/document.xml")),
                hostile("double.pdf.html", text("%PDF-1.7\n%%EOF")),
                hostile("zero\u0000.png\u0000.exe", png("")));
    }

    private static Arguments hostile(String name, byte[] bytes) {
        return Arguments.of(name, bytes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void a_hostile_file_is_refused_in_words_and_leaves_nothing_behind(String name, byte[] bytes)
            throws IOException {
        long before = files();
        assertThatThrownBy(() -> attach(name, bytes))
                .isInstanceOfSatisfying(
                        SaidInWords.class,
                        e -> assertThat(e.messageKey()).startsWith("response.file."));
        assertThat(files()).isEqualTo(before);
        assertThat(people.maria(() -> reading.sheet(response)).evidence()).isEmpty();
    }

    @Test
    void a_file_that_is_too_large_is_refused_with_the_limit() throws IOException {
        long before = files();
        assertThatThrownBy(() -> attach("long.txt", new byte[5 * 1024 * 1024 + 1]))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        e -> {
                            assertThat(e.messageKey()).isEqualTo("response.file.tooLarge");
                            assertThat(e.arguments()).containsExactly(5);
                        });
        assertThat(files()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../etc/cron.d/evil.txt",
                "..\\..\\windows\\system32\\evil.txt",
                "/etc/evil.txt",
                "\u202Etxt.evil.txt",
                "evil.txt"
            })
    void a_name_never_reaches_the_file_system(String name) throws IOException {
        long before = files();
        Evidence kept = attach(name, text("hello"));
        assertThat(kept.title()).doesNotContain("/", "\\", "..", "\u202E").endsWith("evil.txt");
        assertThat(files()).isEqualTo(before + 1);
        assertThat(home.resolve("data/evidence").resolve(kept.id().toString())).exists();
    }

    // ---- downloads ----

    @Test
    void a_download_is_attached_and_may_do_nothing_in_a_browser() throws Exception {
        Evidence kept = attach("Plan \"año\"; 2026.txt", text("hello"));
        MockHttpServletResponse answer = download(kept.id(), SignedInAs.MEMBER_OF_SHELTER);
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''");
        assertThat(answer.getHeaders("X-Content-Type-Options")).containsOnly("nosniff");
        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "sandbox");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertThat(answer.getContentType()).startsWith("text/plain");
    }

    @Test
    void only_those_who_may_read_its_words_download_a_file() throws Exception {
        Evidence kept = attach("plan.txt", text("hello"));
        assertThat(download(kept.id(), SignedInAs.MEMBER_OF_LEGAL_AID).getStatus()).isEqualTo(404);
        assertThat(download(kept.id(), SignedInAs.COORDINATOR).getStatus()).isEqualTo(404);
        assertThat(mvc.perform(get(CapacityNavigation.file(kept.id()))).andReturn().getResponse())
                .satisfies(answer -> assertThat(answer.getStatus()).isIn(302, 401, 403));

        people.maria(() -> responses.share(response, true, true));
        assertThat(download(kept.id(), SignedInAs.COORDINATOR).getStatus())
                .as("not handed in")
                .isEqualTo(404);
        people.maria(() -> shelf.remove(response, kept.id()));
        assertThat(download(kept.id(), SignedInAs.MEMBER_OF_SHELTER).getStatus()).isEqualTo(404);
        people.maria(() -> shelf.putBack(response, kept.id()));
        assertThat(download(kept.id(), SignedInAs.MEMBER_OF_SHELTER).getStatus()).isEqualTo(200);
        people.maria(this::submit);
        assertThat(download(kept.id(), SignedInAs.COORDINATOR).getStatus()).isEqualTo(200);
    }

    // ---- links ----

    @Test
    void a_link_is_https_and_is_called_by_its_host_unless_it_has_a_name() {
        Evidence link =
                people.maria(() -> shelf.link(response, ITEM, " ", "www.example.org/policy"));
        assertThat(link.url()).isEqualTo("https://www.example.org/policy");
        assertThat(link.title()).isEqualTo("example.org");
        for (String bad :
                new String[] {"http://example.org", "javascript:alert(1)", "ftp://example.org"}) {
            assertThatThrownBy(() -> people.maria(() -> shelf.link(response, ITEM, null, bad)))
                    .isInstanceOf(InvalidValue.class);
        }
    }

    // ---- help ----

    private void submit() {
        new Instruments()
                .latest(CHECKLIST)
                .items()
                .flatMap(Item::places)
                .forEach(place -> responses.answer(response, place, new Word.PutOff(true)));
        responses.submit(response);
    }

    private Evidence attach(String name, byte[] bytes) {
        return people.maria(
                () -> shelf.file(response, ITEM, name, new ByteArrayInputStream(bytes)));
    }

    private MockHttpServletResponse download(UUID id, String who) throws Exception {
        return mvc.perform(get(CapacityNavigation.file(id)).with(user(signedInAs.person(who))))
                .andReturn()
                .getResponse();
    }

    private long files() throws IOException {
        Path folder = home.resolve("data/evidence");
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[] one, byte[] other) {
        var both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return both.toByteArray();
    }

    private static byte[] png(String after) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(out, "IHDR", new byte[13]);
        chunk(out, "IDAT", new byte[4]);
        chunk(out, "IEND", new byte[0]);
        out.writeBytes(text(after));
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] data) {
        var crc = new CRC32();
        crc.update(text(name));
        crc.update(data);
        out.writeBytes(java.nio.ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(text(name));
        out.writeBytes(data);
        out.writeBytes(java.nio.ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] jpeg(String after) {
        return join(
                new byte[] {
                    (byte) 0xff,
                    (byte) 0xd8,
                    (byte) 0xff,
                    (byte) 0xe0,
                    0,
                    4,
                    'J',
                    'F',
                    (byte) 0xff,
                    (byte) 0xd9
                },
                text(after));
    }

    private static byte[] office(String main) {
        return zip(Map.of("[Content_Types].xml", "<Types/>", main, "<w/>"));
    }

    private static byte[] zip(Map<String, String> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(text(part.getValue()));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    // A document of a few kilobytes that would unpack to more than a hundred megabytes.
    private static byte[] bomb() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (String part : new String[] {"[Content_Types].xml", "word/document.xml"}) {
                zip.putNextEntry(new ZipEntry(part));
                byte[] zeros = new byte[1 << 20];
                for (int i = 0; i < 60; i++) {
                    zip.write(zeros);
                }
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
