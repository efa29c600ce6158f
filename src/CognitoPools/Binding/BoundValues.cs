using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace CognitoPools.Binding;

/// <summary>
/// Checks bound values before a cmdlet uses them. A null or empty value must never mean 'all' or 'guest', text that is sent
/// must be valid text, and a token in the wrong parameter must neither be sent nor repeated.
/// </summary>
internal static class BoundValues
{
    // Their values may be secrets, so a message never repeats them.
    private static readonly HashSet<string> Secrets = Names(
        "AccessKey", "SecretKey", "SessionToken", "Credential", "Login", "Claim");

    // These parameters accept tokens.
    private static readonly HashSet<string> Tokens = Names("SecretKey", "SessionToken", "Login", "Claim");

    // Their text may have several lines.
    private static readonly HashSet<string> Documents = Names(
        "PermissionsPolicy", "AuthenticatedPermissionsPolicy", "GuestPermissionsPolicy", "Claim", "Document", "Plan", "UserPool");

    // A comparison that found nothing returns an empty list.
    private static readonly HashSet<string> EmptyLists = Names("Difference");

    // An empty table has a meaning here: no tag to set, or a user without claims.
    private static readonly HashSet<string> EmptyTables = Names("Tag", "Claim");

    // A claim with the value null is removed from the token.
    private static readonly HashSet<string> EmptyEntries = Names("Claim", "Provider");

    // The user's item. A problem with it is an error of one record, and the pipeline continues.
    private static readonly HashSet<string> Items = Names("IdentityPool", "Identity", "IdentityId", "Name", "Document", "Plan");

    /// <summary>Whether the parameter names the item of a record.</summary>
    public static bool IsItem(string parameter) => Items.Contains(parameter);

    /// <summary>Whether a message never repeats the parameter's value.</summary>
    public static bool IsSecret(string parameter) => Secrets.Contains(parameter);

    /// <summary>Checks one bound value.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="InvalidSettingException">It is empty, is not text, or is a token.</exception>
    public static void Check(CommandInfo command, string parameter, object? value)
    {
        switch (Unwrapped.Object(value))
        {
            case null or "":
                if (!HandlesEmpty(command, parameter))
                    throw Empty(parameter, "must not be empty.");
                break;
            case Uri { OriginalString: "" }:
                throw Empty(parameter, "must not be empty.");
            case string text:
                CheckText(parameter, text, allowsLines: Documents.Contains(parameter));
                break;
            case IDictionary table:
                CheckTable(parameter, table);
                break;
            case IList list:
                CheckList(parameter, list);
                break;
        }
    }

    private static void CheckTable(string parameter, IDictionary table)
    {
        // A fault of the sandbox imitates a service, whose message can be any text. An item may be an object with empty properties.
        if (parameter == "Fault" || (IsItem(parameter) && table.Count > 0))
            return;
        // The table of Invoke-PoolPlan; other parameters of this name accept text.
        var isSecret = parameter == "Value";
        if (table.Count == 0 && !EmptyTables.Contains(parameter))
            throw Empty(parameter, "must not be an empty table.");
        foreach (DictionaryEntry entry in table)
        {
            var key = Unwrapped.Object(entry.Key);
            if (key is "")
                throw Empty(parameter, "must not contain an empty key.", "key");
            if (key is string name)
                CheckText(parameter, name, allowsLines: false);
            var value = Unwrapped.Object(entry.Value);
            // An item is a row, of which any cell may be empty; missing values are reported when it is read.
            if (value is null && !EmptyEntries.Contains(parameter) && !IsItem(parameter))
                throw Empty(parameter, $"must not contain null as the value of {ShownText.Quoted(key)}.");
            if (value is string text && !IsItem(parameter))
                CheckText(parameter, text, allowsLines: true, isSecret);
        }
    }

    private static void CheckList(string parameter, IList list)
    {
        if (list.Count == 0 && !EmptyLists.Contains(parameter))
            throw Empty(parameter, "must not be an empty list.");
        for (var index = 0; index < list.Count; index++)
        {
            switch (Unwrapped.Object(list[index]))
            {
                // A blank line of a document.
                case "" when Documents.Contains(parameter):
                    break;
                // The engine makes a list of a single value.
                case null or "" or ICollection { Count: 0 } when list.Count == 1:
                    throw Empty(parameter, "must not be empty.");
                case null or "" or ICollection { Count: 0 }:
                    throw Empty(
                        parameter,
                        string.Format(CultureInfo.InvariantCulture, "must not contain an empty value: item {0} of the list is empty.", index + 1));
                case string text:
                    CheckText(parameter, text, allowsLines: Documents.Contains(parameter));
                    break;
                case IDictionary table:
                    CheckTable(parameter, table);
                    break;
            }
        }
    }

    private static void CheckText(string parameter, string text, bool allowsLines, bool isSecret = false)
    {
        isSecret |= Secrets.Contains(parameter);
        // Lists of ids come from files whose lines may end with a carriage return.
        var end = IsItem(parameter) && text[text.Length - 1] == '\r' ? text.Length - 1 : text.Length;
        for (var index = 0; index < end; index++)
        {
            var character = text[index];
            if (character == '\t' || (character is '\r' or '\n' && allowsLines))
                continue;
            if (char.IsControl(character))
            {
                throw new InvalidSettingException(
                    parameter, isSecret ? null : text,
                    string.Format(
                        CultureInfo.InvariantCulture, "contains the control character U+{1:X4} at position {0}.",
                        index + 1, (int)character),
                    "Remove the character.");
            }
            if (!char.IsSurrogate(character))
                continue;
            if (!char.IsSurrogatePair(text, index))
            {
                throw new InvalidSettingException(
                    parameter, isSecret ? null : text,
                    string.Format(
                        CultureInfo.InvariantCulture, "contains half of a surrogate pair at position {0}.", index + 1),
                    "Remove the character.");
            }
            index++;
        }
        // The engine converts tables and lists to these texts.
        if (text is "System.Collections.Hashtable" or "System.Collections.Specialized.OrderedDictionary" or "System.Object[]")
            throw new InvalidSettingException(parameter, null, "must be text, not a table or a list.", "Specify text.");
        if (Tokens.Contains(parameter))
            return;
        if (ShownText.IsToken(text))
        {
            throw new InvalidSettingException(
                parameter, null, "looks like a token, which this parameter does not accept.",
                "Specify tokens with -Login, for example @{ Google = $idToken }.");
        }
    }

    private static bool HandlesEmpty(CommandInfo command, string parameter) =>
        command.Parameters.TryGetValue(parameter, out var metadata)
            && (metadata.SwitchParameter || metadata.Attributes.Any(attribute => attribute is AllowNullAttribute
                or AllowEmptyStringAttribute));

    private static InvalidSettingException Empty(string parameter, string rule, string what = "value") =>
        new(parameter, null, rule, $"Specify a {what}, or omit -{parameter}.");

    private static HashSet<string> Names(params string[] names) => new(names, StringComparer.OrdinalIgnoreCase);
}
