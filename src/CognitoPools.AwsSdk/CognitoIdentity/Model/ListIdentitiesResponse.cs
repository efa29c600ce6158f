using System.Collections.Generic;
using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The answer of ListIdentities.</summary>
public partial class ListIdentitiesResponse : AmazonWebServiceResponse
{
    /// <summary>An identity pool ID in the format REGION:GUID. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityPoolId { get; set; }

    /// <summary>An object containing a set of identities and associated mappings.</summary>
    public List<IdentityDescription> Identities { get; set; } = AWSConfigs.InitializeCollections ? new List<IdentityDescription>() : null;

    /// <summary>A pagination token. Constraint: 1 to 65535 characters, pattern [\S]+.</summary>
    public string NextToken { get; set; }
}
