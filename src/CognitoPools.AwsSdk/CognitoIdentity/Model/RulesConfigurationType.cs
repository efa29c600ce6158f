using System.Collections.Generic;

namespace Amazon.CognitoIdentity.Model;

/// <summary>A container for rules.</summary>
public partial class RulesConfigurationType
{
    /// <summary>An array of rules. You can specify up to 25 rules per identity provider. Rules are evaluated in order. The first one to match specifies the role. Required. Constraint: 1 to 400 items.</summary>
    public List<MappingRule> Rules { get; set; } = AWSConfigs.InitializeCollections ? new List<MappingRule>() : null;
}
