package io.wan4j.sound; final class Temporary {}
