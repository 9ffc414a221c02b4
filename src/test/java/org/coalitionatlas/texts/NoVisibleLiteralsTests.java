package org.coalitionatlas.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.junit.jupiter.api.Test;

/**
 * What a person sees comes from the message bundles: no text is written into a view or template.
 */
class NoVisibleLiteralsTests {

    private static final String LITERAL = "\"((?:[^\"\\\\]|\\\\.)*)\"";

    /** Components whose first argument is shown. */
    private static final Pattern COMPONENT =
            Pattern.compile(
                    "new\\s+(?:H[1-6]|Paragraph|Span|Button|ListItem|Pre|NativeLabel|Checkbox"
                            + "|TextField|TextArea|EmailField|PasswordField|IntegerField"
                            + "|NumberField|DatePicker|TimePicker|Details|Tab|SideNavItem|Badge"
                            + "|ComboBox|MultiSelectComboBox|Select|RadioButtonGroup"
                            + "|CheckboxGroup|Text|EmptyState|Dialog|NativeDetails)(?:<[^>]*>)?"
                            + "\\s*\\(\\s*"
                            + LITERAL);

    /** A link shows its second argument. */
    private static final Pattern LINK =
            Pattern.compile("new\\s+(?:Anchor|RouterLink)\\s*\\(\\s*[^,;]+,\\s*" + LITERAL);

    private static final Pattern CALL =
            Pattern.compile(
                    "\\.(?:setText|setLabel|setPlaceholder|setHelperText|setAriaLabel|setHeader"
                            + "|setHeaderTitle|setTitle|setErrorMessage|setTooltipText"
                            + "|setConfirmText|setCancelText|setRejectText|setSummaryText"
                            + "|setEmptyStateText|addItem|addThemedNotification)\\s*\\(\\s*"
                            + LITERAL);

    private static final Pattern ATTRIBUTE =
            Pattern.compile(
                    "setAttribute\\s*\\(\\s*\"(?:aria-label|title|alt|placeholder)\"\\s*,\\s*"
                            + LITERAL);

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final List<String> SHOWN_ATTRIBUTES =
            List.of("title", "alt", "placeholder", "aria-label");

    @Test
    void noViewHasATextOfItsOwn() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path view : files("src/main/java", ".java")) {
            if (view.getParent().endsWith("ui")) {
                inJava(Files.readString(view)).forEach(t -> found.add(view + ": " + t));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void noTemplateHasATextOfItsOwn() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path template : files("src/main/resources/templates", ".html")) {
            inTemplate(Files.readString(template)).forEach(t -> found.add(template + ": " + t));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void aTextInAViewIsFound() {
        assertThat(inJava("add(new H2(\"Your counties\"));")).containsExactly("Your counties");
        assertThat(inJava("new Anchor(\"gaps\", \"See gaps\")")).containsExactly("See gaps");
        assertThat(inJava("field.setLabel(\n    \"Name\");")).containsExactly("Name");
        assertThat(inJava("e.setAttribute(\"aria-label\", \"Search\")")).containsExactly("Search");
        assertThat(inJava("new ComboBox<Need>(\"Need\")")).containsExactly("Need");
        assertThat(inJava("new H2(getTranslation(\"shell.home.title\"))")).isEmpty();
        assertThat(inJava("new Span(\" · \")")).isEmpty();
    }

    @Test
    void aTextInATemplateIsFound() {
        assertThat(inTemplate("<p>Call us</p>")).containsExactly("Call us");
        assertThat(inTemplate("<p th:text=\"#{a.b}\">Call us</p>")).isEmpty();
        assertThat(inTemplate("<p>[[#{a.b}]] 24/7</p>")).isEmpty();
        assertThat(inTemplate("<div th:replace=\"~{f :: g}\"><b>Old</b></div>")).isEmpty();
        assertThat(inTemplate("<input placeholder=\"Search\">")).containsExactly("Search");
        assertThat(inTemplate("<img th:alt=\"#{a.b}\" alt=\"Map\">")).isEmpty();
    }

    private static List<String> inJava(String source) {
        List<String> found = new ArrayList<>();
        for (Pattern pattern : List.of(COMPONENT, LINK, CALL, ATTRIBUTE)) {
            Matcher matcher = pattern.matcher(source);
            while (matcher.find()) {
                if (WORD.matcher(matcher.group(1)).find()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found;
    }

    private static List<String> inTemplate(String template) {
        List<String> found = new ArrayList<>();
        Document page = Jsoup.parse(template);
        page.traverse(
                (NodeVisitor)
                        (node, depth) -> {
                            if (node instanceof TextNode text && text.parent() != null) {
                                // Inline expressions are replaced; what stays is shown.
                                String shown =
                                        text.getWholeText()
                                                .replaceAll(
                                                        "(?s)\\[\\[.*?\\]\\]|\\[\\(.*?\\)\\]", "");
                                if (WORD.matcher(shown).find() && !isReplaced(text)) {
                                    found.add(shown.strip());
                                }
                            } else if (node instanceof Element element) {
                                for (String attribute : SHOWN_ATTRIBUTES) {
                                    if (WORD.matcher(element.attr(attribute)).find()
                                            && !element.hasAttr("th:" + attribute)
                                            && !element.attr("th:attr").contains(attribute)) {
                                        found.add(element.attr(attribute));
                                    }
                                }
                            }
                        });
        return found;
    }

    private static boolean isReplaced(TextNode text) {
        for (var node = text.parent(); node instanceof Element element; node = node.parent()) {
            if (element.hasAttr("th:text")
                    || element.hasAttr("th:utext")
                    || element.hasAttr("th:replace")
                    || element.hasAttr("th:insert")
                    || element.attr("th:remove").startsWith("all")) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
