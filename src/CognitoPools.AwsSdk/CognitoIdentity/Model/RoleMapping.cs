namespace Amazon.CognitoIdentity.Model;

/// <summary>A role mapping.</summary>
public partial class RoleMapping
{
    /// <summary>The role mapping type. Token will use cognito:roles and cognito:preferred_role claims from the Cognito identity provider token to map groups to roles. Required.</summary>
    public RoleMappingType Type { get; set; }

    /// <summary>If you specify Token or Rules as the Type, AmbiguousRoleResolution is required. Specifies the action to be taken if either no rules match the claim value for the Rules type, or there is no cognito:preferred_role claim and there are multiple cognito:roles matches for the Token type.</summary>
    public AmbiguousRoleResolutionType AmbiguousRoleResolution { get; set; }

    /// <summary>The rules to be used for mapping users to roles. If you specify Rules as the role mapping type, RulesConfiguration is required.</summary>
    public RulesConfigurationType RulesConfiguration { get; set; }
}
