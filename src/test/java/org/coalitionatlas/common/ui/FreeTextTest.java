package org.coalitionatlas.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.Test;

/** The notice about survivors under a free text. */
class FreeTextTest {

    private static final String MARK = "data-looks-personal";

    @Test
    void every_text_says_what_does_not_belong_into_it() {
        assertThat(said(FreeText.watched(new TextArea()))).contains("common.noVictimData");
    }

    @Test
    void a_help_of_its_own_stays() {
        var field = new TextArea();
        field.setHelperText("How they like to be reached.");
        assertThat(said(FreeText.watched(field))).contains("How they like to be reached.");
    }

    @Test
    void it_speaks_up_when_something_looks_like_a_survivors_data_and_is_silent_again() {
        TextArea field = FreeText.watched(new TextArea());
        assertThat(field.getElement().hasAttribute(MARK)).isFalse();

        field.setValue("Intake for Ana, DOB 03/14/2009");
        assertThat(field.getElement().hasAttribute(MARK)).isTrue();
        assertThat(said(field)).contains("invalid.looksPersonal");

        field.setValue("Intake on weekdays");
        assertThat(field.getElement().hasAttribute(MARK)).isFalse();
        assertThat(said(field)).doesNotContain("invalid.looksPersonal");
    }

    private static String said(TextArea field) {
        return field.getHelperComponent().getElement().getTextRecursively();
    }
}
