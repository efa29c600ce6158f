using System;
using System.Collections.Generic;

namespace Amazon.CognitoIdentity.Model;

/// <summary>A description of the identity.</summary>
public partial class IdentityDescription
{
    /// <summary>A unique identifier in the format REGION:GUID. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityId { get; set; }

    /// <summary>The provider names.</summary>
    public List<string> Logins { get; set; } = AWSConfigs.InitializeCollections ? new List<string>() : null;

    /// <summary>Date on which the identity was created.</summary>
    public DateTime? CreationDate { get; set; }

    /// <summary>Date on which the identity was last modified.</summary>
    public DateTime? LastModifiedDate { get; set; }
}
