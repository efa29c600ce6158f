using System.Collections.Immutable;
using System.Globalization;
using Amazon.CognitoIdentity;

namespace CognitoPools.Account;

/// <summary>How many requests a second are sent of each operation of the identity pools. An operation that is not named
/// has no limit.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html</remarks>
public static class RequestRates
{
    // Slower ones are none: a wait of days. Timers end at 24 days.
    private const double Least = 0.001;
    private const double Most = 1_000_000;

    private const string Remedy =
        "Write requests a second by operation, and 0 for no limit: @{ ListIdentities = 5; DeleteIdentities = 10 }.";

    private static readonly ImmutableSortedSet<string> Operations =
        [.. typeof(IAmazonCognitoIdentity)
            .GetMethods()
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal))
            .Select(method => method.Name.Substring(0, method.Name.Length - "Async".Length))];

    /// <summary>The service's default quotas for an account and Region, of the operations that are sent in great
    /// numbers.</summary>
    internal static IReadOnlyDictionary<string, double> Quotas { get; } = ImmutableDictionary.CreateRange(StringComparer.Ordinal,
    [
        new KeyValuePair<string, double>("ListIdentities", 5),
        new KeyValuePair<string, double>("DeleteIdentities", 10),
    ]);

    /// <summary>Nothing is limited.</summary>
    internal static IReadOnlyDictionary<string, double> None { get; } = ImmutableDictionary.Create<string, double>(
        StringComparer.Ordinal);

    /// <summary>The rates to use: those given, and the default ones of what is not given. 0 stands for no limit.</summary>
    /// <param name="given">Requests a second by operation, without regard to case; null for nothing.</param>
    /// <param name="otherwise">The rates of the operations that are not given.</param>
    /// <exception cref="InvalidSettingException">An operation is not one of the service's, or a rate is below zero or
    /// no number.</exception>
    internal static IReadOnlyDictionary<string, double> Over(
        IReadOnlyDictionary<string, double>? given, IReadOnlyDictionary<string, double> otherwise)
    {
        var rates = ImmutableDictionary.CreateRange(StringComparer.Ordinal, otherwise);
        foreach (var entry in given ?? None)
        {
            if (entry.Value < 0 || double.IsNaN(entry.Value))
            {
                throw new InvalidSettingException(
                    "RequestRate", entry.Value.ToString(CultureInfo.InvariantCulture),
                    $"is no rate for {entry.Key}: it is below zero or no number.", Remedy);
            }
            if (entry.Value > 0 && !double.IsInfinity(entry.Value) && (entry.Value < Least || entry.Value > Most))
            {
                throw new InvalidSettingException(
                    "RequestRate", entry.Value.ToString(CultureInfo.InvariantCulture),
                    $"is out of range for {entry.Key}: a rate is 0.001 to 1000000 requests a second.", Remedy);
            }
            var operation = Known(entry.Key);
            rates = entry.Value > 0 && !double.IsInfinity(entry.Value)
                ? rates.SetItem(operation, entry.Value)
                : rates.Remove(operation);
        }

        return rates;
    }

    private static string Known(string name)
    {
        if (Operations.FirstOrDefault(
            operation => string.Equals(operation, name, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return known;
        }
        var meant = NearestMatch.Find(name, Operations, edits: 3);
        throw new InvalidSettingException(
            "RequestRate", name, "is no operation of the identity pools.",
            meant is null ? Remedy : $"Did you mean {meant}? {Remedy}");
    }
}
