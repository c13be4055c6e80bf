package io.meshc.cli;

/// The program's entry.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("meshc 0.1.0");
    }
}
