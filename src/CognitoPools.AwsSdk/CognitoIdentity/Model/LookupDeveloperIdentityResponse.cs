using System.Collections.Generic;
using Amazon.Runtime;

namespace Amazon.CognitoIdentity.Model;

/// <summary>The answer of LookupDeveloperIdentity.</summary>
public partial class LookupDeveloperIdentityResponse : AmazonWebServiceResponse
{
    /// <summary>A unique identifier in the format REGION:GUID. Constraint: 1 to 55 characters, pattern [\w-]+:[0-9a-f-]+.</summary>
    public string IdentityId { get; set; }

    /// <summary>This is the list of developer user identifiers associated with an identity ID. Cognito supports the association of multiple developer user identifiers with an identity ID.</summary>
    public List<string> DeveloperUserIdentifierList { get; set; } = AWSConfigs.InitializeCollections ? new List<string>() : null;

    /// <summary>A pagination token. The first call you make will have NextToken set to null. After that the service will return NextToken values as needed. Constraint: 1 to 65535 characters, pattern [\S]+.</summary>
    public string NextToken { get; set; }
}
