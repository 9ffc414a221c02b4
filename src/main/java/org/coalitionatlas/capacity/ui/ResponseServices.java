package org.coalitionatlas.capacity.ui;

import org.coalitionatlas.capacity.EvidenceShelf;
import org.coalitionatlas.capacity.Instruments;
import org.coalitionatlas.capacity.ResponseReading;
import org.coalitionatlas.capacity.Responses;
import org.springframework.stereotype.Component;

/** What the screen of a response asks and tells. */
@Component
record ResponseServices(
        ResponseReading reading,
        Responses responses,
        EvidenceShelf shelf,
        Instruments instruments) {}
