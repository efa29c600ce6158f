using System;
using System.Collections.Generic;
using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The answer of DescribeIdentity.</summary>
public partial class DescribeIdentityResponse : AmazonWebServiceResponse
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
