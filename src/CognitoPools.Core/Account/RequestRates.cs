using System.Collections.Immutable;
using System.Globalization;
using Amazon.CognitoIdentity;

namespace CognitoPools.Account;

/// <summary>Requests a second for each operation of the identity pools. Other operations have no limit.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html</remarks>
public static class RequestRates
{
    // A lower rate would wait for days. Timers are limited to 24 days.
    private const double Least = 0.001;
    private const double Most = 1_000_000;

    private const string Remedy =
        "Specify requests a second, or 0 for no limit, for example @{ ListIdentities = 5; DeleteIdentities = 10 }.";

    private static readonly ImmutableSortedSet<string> Operations =
        [.. typeof(IAmazonCognitoIdentity)
            .GetMethods()
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal))
            .Select(method => method.Name.Substring(0, method.Name.Length - "Async".Length))];

    /// <summary>The service's default quotas for an account and Region, for the operations that are sent in large
    /// numbers.</summary>
    internal static IReadOnlyDictionary<string, double> Quotas { get; } = ImmutableDictionary.CreateRange(StringComparer.Ordinal,
    [
        new KeyValuePair<string, double>("ListIdentities", 5),
        new KeyValuePair<string, double>("DeleteIdentities", 10),
    ]);

    /// <summary>No limits.</summary>
    internal static IReadOnlyDictionary<string, double> None { get; } = ImmutableDictionary.Create<string, double>(
        StringComparer.Ordinal);

    /// <summary>The rates to use: the specified rates, and the default rates of other operations. 0 means no
    /// limit.</summary>
    /// <param name="given">Requests a second by operation, not case-sensitive; null for none.</param>
    /// <param name="otherwise">The rates of the operations that are not specified.</param>
    /// <exception cref="InvalidSettingException">An operation does not exist, or a rate is negative or not a
    /// number.</exception>
    internal static IReadOnlyDictionary<string, double> Over(
        IReadOnlyDictionary<string, double>? given, IReadOnlyDictionary<string, double> otherwise)
    {
        var rates = ImmutableDictionary.CreateRange(StringComparer.Ordinal, otherwise);
        foreach (var entry in given ?? None)
        {
            var (name, rate) = (ShownText.Value(entry.Key), entry.Value.ToString(CultureInfo.InvariantCulture));
            if (double.IsNaN(entry.Value))
                throw new InvalidSettingException("RequestRate", null, $"the rate of {name} is not a number.", Remedy);
            if (entry.Value < 0)
            {
                throw new InvalidSettingException(
                    "RequestRate", null, $"the rate of {name} must not be negative; got {rate}.", Remedy);
            }
            if (entry.Value > 0 && !double.IsInfinity(entry.Value) && (entry.Value < Least || entry.Value > Most))
            {
                throw new InvalidSettingException(
                    "RequestRate", null, $"the rate of {name} must be 0.001 to 1000000 requests a second; got {rate}.", Remedy);
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
        var similar = NearestMatch.Find(name, Operations, edits: 3);
        throw new InvalidSettingException(
            "RequestRate", name, "the key is not an operation of the identity pools.",
            similar is null ? Remedy : $"Did you mean {similar}? {Remedy}");
    }
}
