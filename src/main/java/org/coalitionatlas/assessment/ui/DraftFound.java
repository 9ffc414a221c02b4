package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import org.coalitionatlas.assessment.NarrativeTopic;

/** The browser tab still holds a narrative that an interrupted visit could not save. */
@DomEvent("atlas-draft")
public final class DraftFound extends ComponentEvent<Sheet> {

    private final String topic;
    private final String text;
    private final String version;

    public DraftFound(
            Sheet source,
            boolean fromClient,
            @EventData("event.detail.topic") String topic,
            @EventData("event.detail.text") String text,
            @EventData("event.detail.version") String version) {
        super(source, fromClient);
        this.topic = topic;
        this.text = text;
        this.version = version;
    }

    NarrativeTopic topic() {
        return NarrativeTopic.valueOf(topic);
    }

    String text() {
        return text;
    }

    /** Version of the narrative it was begun from. */
    long version() {
        return Long.parseLong(version);
    }
}
