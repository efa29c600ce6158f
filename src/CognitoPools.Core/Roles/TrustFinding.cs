namespace CognitoPools.Roles;

/// <summary>A part of a trust policy that works but is weaker or narrower than it should be.</summary>
/// <param name="Id">One of the constants of this type.</param>
/// <param name="Message">The weakness and the remedy, in a sentence.</param>
/// <param name="Statement">The statement.</param>
internal sealed record TrustFinding(string Id, string Message, TrustStatement Statement)
{
    /// <summary>Whether more users can assume the role than it is intended for.</summary>
    /// <param name="identityType">Whose role it is.</param>
    public bool IsHole(PoolIdentityType identityType) => Id switch
    {
        NotEvaluated => false,
        NoAmr => identityType == PoolIdentityType.Authenticated,
        _ => true,
    };

    /// <summary>The statement has no condition at all.</summary>
    public const string NoCondition = "TrustNoCondition";

    /// <summary>No condition names a pool.</summary>
    public const string NoAudience = "TrustNoAudience";

    /// <summary>The condition on the pool does not bind: wildcards, IfExists, ForAllValues, a negation.</summary>
    public const string AudienceWildcard = "TrustAudienceWildcard";

    /// <summary>Other pools are accepted too.</summary>
    public const string OtherPool = "TrustOtherPool";

    /// <summary>No condition separates guests from authenticated users.</summary>
    public const string NoAmr = "TrustNoAmr";

    /// <summary>The amr is a pattern that guests also match.</summary>
    public const string AmrWildcard = "TrustAmrWildcard";

    /// <summary>Guests can assume a role of authenticated users.</summary>
    public const string AdmitsGuests = "TrustAuthenticatedAllowsGuest";

    /// <summary>Principals other than Cognito are trusted.</summary>
    public const string ExtraPrincipal = "TrustExtraPrincipal";

    /// <summary>A condition that only the service can evaluate may change the answer.</summary>
    public const string NotEvaluated = "TrustNotEvaluated";
}
