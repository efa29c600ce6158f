using System.Collections;
using System.Security;
using CognitoPools.Providers;

namespace CognitoPools.Binding;

/// <summary>The secrets that a plan needs, as a user gives them.</summary>
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
                throw new InvalidSettingException(Parameter, null, $"'{ShownText.Value(name)}' is there twice.", "Specify it once.");
            secrets[name] = Unwrapped.Object(entry.Value) switch
            {
                string { Length: > 0 } text => text,
                SecureString { Length: > 0 } secret => SecretText.Read(secret),
                _ => throw new InvalidSettingException(
                    Parameter, null, $"the secret of '{ShownText.Value(name)}' must be text or a SecureString.",
                    "Specify it, such as @{ 'api.twitter.com' = $secret }."),
            };
        }
        Secrets = secrets;
    }

    // The name that Import-CognitoIdentityPool takes the secret under.
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
            Parameter, null, $"no plan sets a secret of '{ShownText.Value(unused)}'.",
            question.Length > 0 ? question : "The plan's JSON names the secrets that it sets in $.change.secrets.");
    }
}
