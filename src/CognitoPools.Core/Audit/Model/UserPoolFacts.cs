namespace CognitoPools.Audit.Model;

/// <summary>What other tools say of user pools. The module does not call their service.</summary>
internal sealed record UserPoolFacts
{
    /// <summary>Nothing is known.</summary>
    public static UserPoolFacts None { get; } = new();

    /// <summary>By the id of the app client, the attributes that it may write; null for an app client that may write the standard
    /// ones.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>?> WriteAttributes { get; init; } =
        new Dictionary<string, IReadOnlyList<string>?>();

    /// <summary>By the id of the user pool, the attributes that cannot be changed once they are set.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ImmutableAttributes { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>By the id of the user pool, whether anybody can sign up.</summary>
    public IReadOnlyDictionary<string, bool> SelfSignUp { get; init; } = new Dictionary<string, bool>();

    /// <summary>By the id of the user pool, the ARNs of the roles of its groups.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> GroupRoles { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();
}
