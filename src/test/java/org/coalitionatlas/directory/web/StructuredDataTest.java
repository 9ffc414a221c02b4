package org.coalitionatlas.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What records say must not become markup or break a feed. */
class StructuredDataTest {

    @Test
    void nothing_a_record_says_can_end_the_data_block() {
        String hostile = "</script><script>alert(1)</script><!-- & \u2028";
        assertThat(StructuredData.inElement("\"" + hostile + "\""))
                .doesNotContain("<")
                .doesNotContain(">")
                .doesNotContain("&")
                .doesNotContain("\u2028")
                .contains("\\u003c/script\\u003e");
    }

    @Test
    void characters_xml_cannot_hold_are_left_out_of_feeds() {
        assertThat(Feed.printable("a\u0000b\u000bc\ud800d\u00e9\n")).isEqualTo("abcd\u00e9\n");
        assertThat(Feed.printable("😀")).isEqualTo("😀");
    }
}
