namespace CognitoPools;

/// <summary>How a provider's users get their role.</summary>
public enum RoleSetting
{
    /// <summary>The pool's authenticated role.</summary>
    Default,

    /// <summary>The role of the first rule that matches a claim of the token.</summary>
    Rules,

    /// <summary>The role in the token's <c>cognito:preferred_role</c> or <c>cognito:roles</c> claim (Cognito user pools
    /// only).</summary>
    Token,
}
