namespace Amazon.CognitoIdentity.Model;

/// <summary>A rule that maps a claim name, a claim value, and a match type to a role ARN.</summary>
public partial class MappingRule
{
    /// <summary>The claim name that must be present in the token, for example, "isAdmin" or "paid". Required. Constraint: 1 to 64 characters, pattern [\p{L}\p{M}\p{S}\p{N}\p{P}]+.</summary>
    public string Claim { get; set; }

    /// <summary>The match condition that specifies how closely the claim value in the IdP token must match Value. Required.</summary>
    public MappingRuleMatchType MatchType { get; set; }

    /// <summary>A brief string that the claim must match, for example, "paid" or "yes". Required. Constraint: 1 to 128 characters.</summary>
    public string Value { get; set; }

    /// <summary>The role ARN. Required. Constraint: 20 to 2048 characters.</summary>
    public string RoleARN { get; set; }
}
