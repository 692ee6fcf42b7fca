package dev.mysqlsmith.finding;

/** Qualified names of C++ functions, without return type, arguments, template arguments and qualifiers. */
final class FunctionName {
    private FunctionName() {}

    /** The name in a symbol, a demangled symbol, a declaration ({@code bool JOIN::optimize(bool)}) or what a debugger prints. */
    static String of(String symbol) {
        String text = symbol.strip();
        if (text.startsWith("_Z")) {
            return ItaniumName.demangle(text).orElse(text);
        }
        text = text.replace("(anonymous namespace)", "{anonymous}")
                .replaceAll("\\s*\\[with .*$", "")
                .replaceAll("\\s*\\[(?:clone |abi:)[^\\]]*\\]", "")
                .replaceAll("\\.(?:part|cold|isra|constprop|lto_priv)\\b.*$", "");
        String head = beforeArguments(withoutTemplates(text));
        return afterReturnType(head);
    }

    /** Cuts template arguments; the angle brackets of operators stay. */
    private static String withoutTemplates(String text) {
        StringBuilder kept = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ofOperator = depth == 0 && kept.toString().matches(".*\\boperator[-<>=]*");
            if (c == '<' && !ofOperator) {
                depth++;
            } else if (c == '>' && depth > 0) {
                depth--;
            } else if (depth == 0) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static String beforeArguments(String text) {
        int from = text.indexOf("operator()");
        int open = text.indexOf('(', from < 0 ? 0 : from + "operator()".length());
        return (open < 0 ? text : text.substring(0, open)).strip();
    }

    private static String afterReturnType(String head) {
        int operator = head.indexOf("operator");
        int blank = head.lastIndexOf(' ', operator < 0 ? head.length() : operator);
        return head.substring(blank + 1).replaceAll("^[*&]+", "");
    }
}
