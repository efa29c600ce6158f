namespace CognitoPools.Audit.Model;

/// <summary>Facts about user pools from other tools. The module does not call Amazon Cognito user pools.</summary>
internal sealed record UserPoolFacts
{
    /// <summary>No facts.</summary>
    public static UserPoolFacts None { get; } = new();

    /// <summary>The write attributes by the id of the app client; null for an app client that can write the standard
    /// attributes.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>?> WriteAttributes { get; init; } =
        new Dictionary<string, IReadOnlyList<string>?>();

    /// <summary>The immutable attributes by the id of the user pool.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ImmutableAttributes { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Whether anyone can sign up, by the id of the user pool.</summary>
    public IReadOnlyDictionary<string, bool> SelfSignUp { get; init; } = new Dictionary<string, bool>();

    /// <summary>The ARNs of the roles of groups, by the id of the user pool.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> GroupRoles { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();
}
