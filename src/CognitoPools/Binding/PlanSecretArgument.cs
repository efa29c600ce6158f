using System.Collections;
using System.Security;
using CognitoPools.Providers;

namespace CognitoPools.Binding;

/// <summary>The secrets for a plan, from -Value.</summary>
internal sealed class PlanSecretArgument
{
    private const string Parameter = "Value";

    private readonly HashSet<string> used = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the table.</summary>
    /// <param name="table">Names and secrets, or null.</param>
    /// <exception cref="InvalidSettingException">A value is not text, or two keys differ by their case only.</exception>
    public PlanSecretArgument(IDictionary? table)
    {
        var secrets = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in table ?? new Hashtable())
        {
            var name = ProviderOf(Unwrapped.Object(entry.Key)?.ToString() ?? "");
            if (secrets.ContainsKey(name))
                throw new InvalidSettingException(Parameter, name, "is specified twice.", "Specify it once.");
            secrets[name] = Unwrapped.Object(entry.Value) switch
            {
                string { Length: > 0 } text => text,
                SecureString { Length: > 0 } secret => SecretText.Read(secret),
                _ => throw new InvalidSettingException(
                    Parameter, name, "must have a secret that is text or a SecureString.",
                    "Specify, for example, @{ 'api.twitter.com' = $secret }."),
            };
        }
        Secrets = secrets;
    }

    // Import-CognitoIdentityPool uses these names for the secrets.
    private static string ProviderOf(string name) => new[] { ProviderType.Twitter, ProviderType.Digits }
        .Where(type => string.Equals(name, $"{type}Secret", StringComparison.OrdinalIgnoreCase))
        .Select(PublicProviders.Host).FirstOrDefault() ?? name;

    /// <summary>The secrets by the names of the providers.</summary>
    public IReadOnlyDictionary<string, string> Secrets { get; }

    /// <summary>Notes the providers whose secrets a plan sets.</summary>
    /// <param name="names">Their names.</param>
    public void Note(IEnumerable<string> names) => used.UnionWith(names);

    /// <summary>Refuses secrets that no plan sets.</summary>
    /// <exception cref="InvalidSettingException">There is one.</exception>
    public void CheckUsed()
    {
        if (Secrets.Keys.FirstOrDefault(name => !used.Contains(name)) is not { } unused)
            return;
        var question = NearestMatch.Question(unused, used);
        throw new InvalidSettingException(
            Parameter, null, $"does not need a secret of {ShownText.Quoted(unused)}: no plan sets it.",
            question.Length > 0 ? question : "See $.change.secrets in the JSON of the plan for the secrets that it sets.");
    }
}
