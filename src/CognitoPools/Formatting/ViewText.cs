using System.Collections;
using System.Globalization;
using System.Management.Automation;
using CognitoPools.Identities;

namespace CognitoPools.Formatting;

/// <summary>Values for the views: the same in every culture, without secrets, colored where they need attention.</summary>
/// <remarks>The values come from live objects and from those that went through a job or a file.</remarks>
// The script blocks of the views can use only public types of this assembly.
public static class ViewText
{
    private static readonly LoginForms Forms = new();

    /// <summary>The text without secrets and with visible control characters.</summary>
    /// <param name="text">A text that another program or person chose; null counts as empty.</param>
    public static string Of(string? text) => ShownText.Of(text ?? "");

    /// <summary>Whether a value is not empty.</summary>
    /// <param name="value">A value, a list or a table.</param>
    public static bool Has(object? value) => Unwrapped(value) switch
    {
        null => false,
        string text => text.Length > 0,
        IEnumerable items => items.GetEnumerator().MoveNext(),
        _ => true,
    };

    /// <summary>A date and a time of day.</summary>
    /// <param name="date">A date or null.</param>
    public static string Date(object? date) => Dated(date, "yyyy-MM-dd HH:mm:ss");

    /// <summary>A date without the time of day.</summary>
    /// <param name="date">A date or null.</param>
    public static string Day(object? date) => Dated(date, "yyyy-MM-dd");

    /// <summary>A time of day.</summary>
    /// <param name="date">A date or null.</param>
    public static string TimeOfDay(object? date) => Dated(date, "HH:mm:ss.fff");

    /// <summary>A whole number with its thousands separated.</summary>
    /// <param name="number">A number or null.</param>
    public static string Number(object? number) => Unwrapped(number) is IFormattable value
        ? value.ToString("N0", CultureInfo.InvariantCulture)
        : "";

    /// <summary>The items of a list, one per line.</summary>
    /// <param name="items">A list or null.</param>
    public static string Lines(object? items) => Of(string.Join(Environment.NewLine, Texts(items)));

    /// <summary>The items of a list in one line.</summary>
    /// <param name="items">A list or null.</param>
    public static string Joined(object? items) => Of(string.Join(", ", Texts(items)));

    /// <summary>The rows of a table in one line.</summary>
    /// <param name="table">A table or null.</param>
    public static string Table(object? table) => Of(string.Join(
        ", ",
        Pairs(table).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")));

    /// <summary>The requests per second of each operation.</summary>
    /// <param name="rates">A table or null.</param>
    public static string Rates(object? rates) => string.Join(
        ", ",
        Pairs(rates).Select(pair => string.Format(CultureInfo.InvariantCulture, "{0}={1}/s", pair.Key, pair.Value)));

    /// <summary>The last part of a role's ARN: its name.</summary>
    /// <param name="arn">An ARN or null.</param>
    public static string RoleName(object? arn)
    {
        var text = Text(arn);
        return Of(text.Substring(text.LastIndexOf('/') + 1));
    }

    /// <summary>The name of a role, followed by its ARN.</summary>
    /// <param name="arn">An ARN or null.</param>
    public static string Role(object? arn) => Text(arn) is { Length: > 0 } text ? $"{RoleName(text)} ({Of(text)})" : "";

    /// <summary>Whether the pool has guest access, colored when it has.</summary>
    /// <param name="guestAccess">The pool's setting.</param>
    public static string GuestAccess(object? guestAccess) => CautionIf(guestAccess);

    /// <summary>Yes or no, colored when it is yes.</summary>
    /// <param name="value">A boolean or null.</param>
    public static string CautionIf(object? value) =>
        Unwrapped(value) is true ? ViewColor.Caution(Text(value)) : Text(value);

    /// <summary>Whether a role is trusted, colored if it is not.</summary>
    /// <param name="item">A role or a decision.</param>
    /// <param name="property">Its property with the answer: a PoolRoleTrust, a boolean or null.</param>
    public static string Trust(object item, string property) => Text(item, property) switch
    {
        nameof(PoolRoleTrust.NotTrusted) or "False" => ViewColor.Alert(Text(item, property)),
        nameof(PoolRoleTrust.Conditional) or nameof(PoolRoleTrust.Unknown) => ViewColor.Caution(Text(item, property)),
        var text => text,
    };

    /// <summary>A role with its use, and with the reason if it is not trusted.</summary>
    /// <param name="role">The role.</param>
    /// <param name="reason">Why it is trusted or not.</param>
    public static string RoleAndReason(object role, string? reason) =>
        Text(role, nameof(PoolRole.Trust)) == nameof(PoolRoleTrust.Trusted) || string.IsNullOrEmpty(reason)
            ? Of(Text(role))
            : $"{Of(Text(role))}: {Of(reason)}";

    /// <summary>The severity of a finding, or another result of the check; colored when it is severe or unknown.</summary>
    /// <param name="finding">A finding.</param>
    public static string Severity(object finding) =>
        Text(finding, nameof(PoolFinding.Status)) is { } status && status != nameof(PoolFindingStatus.Found)
            ? status == nameof(PoolFindingStatus.NotChecked) ? ViewColor.Caution(status) : status
            : Text(finding, nameof(PoolFinding.Severity)) switch
            {
                nameof(PoolFindingSeverity.Critical) or nameof(PoolFindingSeverity.High) =>
                    ViewColor.Alert(Text(finding, nameof(PoolFinding.Severity))),
                nameof(PoolFindingSeverity.Medium) => ViewColor.Caution(Text(finding, nameof(PoolFinding.Severity))),
                var text => text,
            };

    /// <summary>The pool and the target of a finding.</summary>
    /// <param name="pool">The pool's name, or null for the whole account.</param>
    /// <param name="target">The target.</param>
    public static string PoolAndTarget(string? pool, string? target) =>
        pool is { Length: > 0 } ? $"{Of(pool)}: {Of(target)}" : Of(target);

    /// <summary>The result of a removal, colored if it failed.</summary>
    /// <param name="item">The result for one identity.</param>
    /// <param name="property">Its property with the status.</param>
    public static string Removal(object item, string property) => Text(item, property) switch
    {
        nameof(PoolIdentityRemovalStatus.Failed) => ViewColor.Alert(Text(item, property)),
        nameof(PoolIdentityRemovalStatus.Unknown) => ViewColor.Caution(Text(item, property)),
        var text => text,
    };

    /// <summary>A number that should be zero, colored when it is not.</summary>
    /// <param name="number">A number.</param>
    public static string Failures(object? number) => Number(number) switch
    {
        "" or "0" => Number(number),
        var text => ViewColor.Alert(text),
    };

    /// <summary>The kind of an identity, and the kinds of its providers.</summary>
    /// <param name="logins">The logins' keys.</param>
    public static string Logins(object? logins)
    {
        var kinds = Texts(logins).Select(key => Forms.TypeOf(key).ToString()).Distinct(StringComparer.Ordinal).ToList();
        return kinds.Count == 0 ? nameof(PoolIdentityType.Guest) : $"{nameof(PoolIdentityType.Authenticated)} {string.Join(", ", kinds)}";
    }

    /// <summary>How many providers a pool has, in words.</summary>
    /// <param name="providers">The providers.</param>
    public static string ProviderCount(object? providers) => Texts(providers).Count() switch
    {
        0 => "no provider",
        1 => "1 provider",
        var count => string.Format(CultureInfo.InvariantCulture, "{0} providers", count),
    };

    /// <summary>A provider in one line, without its kind: the id of a user pool or the name of another provider, followed by
    /// the client.</summary>
    /// <param name="provider">The provider.</param>
    public static string Provider(object? provider)
    {
        var text = Text(provider);
        var name = text.Substring(text.IndexOf(' ') + 1);
        return text.StartsWith(nameof(ProviderType.CognitoUserPool), StringComparison.Ordinal)
            ? Of(name.Substring(name.IndexOf('/') + 1))
            : Of(name);
    }

    /// <summary>The client of a provider, without a secret.</summary>
    /// <param name="provider">The provider.</param>
    public static string ClientId(object? provider)
    {
        var text = Text(provider);
        var start = text.LastIndexOf('(');
        return start >= 0 && text.EndsWith(")", StringComparison.Ordinal)
            ? text.Substring(start + 1, text.Length - start - 2)
            : "";
    }

    /// <summary>The pools that a role trusts: by name where they are in the account.</summary>
    /// <param name="pools">A list of TrustedPool.</param>
    public static string Pools(object? pools) => Of(string.Join(", ", Items(pools).Select(pool =>
        Text(PSObject.AsPSObject(pool).Properties["Name"]?.Value) is { Length: > 0 } name ? name : Text(pool))));

    /// <summary>The limits of a permission, except for the patterns that it excludes.</summary>
    /// <param name="permission">The permission.</param>
    public static string Limits(object? permission)
    {
        if (Unwrapped(permission) is PoolPermission live)
            return Of(live.OtherLimits);
        // The limits follow the first semicolon of the text.
        var text = Text(permission);
        var at = text.IndexOf("; ", StringComparison.Ordinal);
        return at < 0 ? "" : Of(text.Substring(at + 2));
    }

    /// <summary>A pattern of a policy and the patterns that it excludes, in one line.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="leftOut">The patterns that it does not include.</param>
    public static string Pattern(string pattern, object? leftOut) =>
        Of(PoolPermissionPart.Shown([pattern], [.. Texts(leftOut)]));

    // A script would convert an enum that went through a job to a number; the object still has the name.
    private static string Text(object item, string property) => Text(PSObject.AsPSObject(item).Properties[property]?.Value);

    internal static object? Unwrapped(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    internal static string Text(object? value) => value switch
    {
        null => "",
        // An object that went through a job keeps its text, but not its type.
        PSObject wrapped => wrapped.ToString() ?? "",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    internal static IEnumerable<object> Items(object? items) => Unwrapped(items) switch
    {
        null => [],
        string text => text.Length == 0 ? [] : [text],
        IEnumerable many => many.Cast<object?>().Where(item => item is not null).Select(item => item!),
        var one => [one],
    };

    private static IEnumerable<string> Texts(object? items) => Items(items).Select(Text);

    private static IEnumerable<(string Key, object? Value)> Pairs(object? table)
    {
        if (Unwrapped(table) is IDictionary dictionary)
        {
            foreach (DictionaryEntry entry in dictionary)
                yield return (Text(entry.Key), Unwrapped(entry.Value));
            yield break;
        }
        foreach (var item in Items(table))
        {
            var pair = PSObject.AsPSObject(item);
            yield return (Text(pair.Properties["Key"]?.Value), Unwrapped(pair.Properties["Value"]?.Value));
        }
    }

    private static string Dated(object? date, string format) => Unwrapped(date) switch
    {
        DateTime moment => moment.ToString(format, CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString(format, CultureInfo.InvariantCulture),
        _ => "",
    };
}
