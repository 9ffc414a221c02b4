package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import org.coalitionatlas.capacity.AnswerKey;

/** A button at a place was pressed that changes nothing: {@code history}. */
@DomEvent("atlas-act")
public final class PlaceAct extends ComponentEvent<ResponseForm> {

    private final String act;
    private final String place;

    public PlaceAct(
            ResponseForm source,
            boolean fromClient,
            @EventData("event.detail.act") String act,
            @EventData("event.detail.place") String place) {
        super(source, fromClient);
        this.act = act;
        this.place = place;
    }

    String act() {
        return act;
    }

    AnswerKey place() {
        return AnswerGiven.place(place);
    }
}
