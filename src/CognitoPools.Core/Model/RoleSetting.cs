namespace CognitoPools;

/// <summary>How a provider's users get their role.</summary>
public enum RoleSetting
{
    /// <summary>The pool's authenticated role.</summary>
    Default,

    /// <summary>The first rule that a claim of the token fits.</summary>
    Rules,

    /// <summary>The token's <c>cognito:preferred_role</c> or <c>cognito:roles</c> claim (Cognito user pools only).</summary>
    Token,
}
