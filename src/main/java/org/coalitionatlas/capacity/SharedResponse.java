package org.coalitionatlas.capacity;

/** A response as lists and figures need it: how it stands and how far it is, never an answer. */
public record SharedResponse(ResponseHead head, String organizationName, Progress progress) {}
