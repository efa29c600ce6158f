using System;
using System.Collections.Generic;
using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The answer of GetOpenIDConnectProvider.</summary>
public partial class GetOpenIDConnectProviderResponse : AmazonWebServiceResponse
{
    /// <summary>The URL that the IAM OIDC provider resource object is associated with. For more information, see CreateOpenIDConnectProvider. Constraint: 1 to 255 characters.</summary>
    public string Url { get; set; }

    /// <summary>A list of client IDs (also known as audiences) that are associated with the specified IAM OIDC provider resource object. For more information, see CreateOpenIDConnectProvider.</summary>
    public List<string> ClientIDList { get; set; } = AWSConfigs.InitializeCollections ? new List<string>() : null;

    /// <summary>A list of certificate thumbprints that are associated with the specified IAM OIDC provider resource object. For more information, see CreateOpenIDConnectProvider.</summary>
    public List<string> ThumbprintList { get; set; } = AWSConfigs.InitializeCollections ? new List<string>() : null;

    /// <summary>The date and time when the IAM OIDC provider resource object was created in the Amazon Web Services account.</summary>
    public DateTime? CreateDate { get; set; }

    /// <summary>A list of tags that are attached to the specified IAM OIDC provider. The returned list of tags is sorted by tag key. For more information about tagging, see Tagging IAM resources in the IAM User Guide. Constraint: at most 50 items.</summary>
    public List<Tag> Tags { get; set; } = AWSConfigs.InitializeCollections ? new List<Tag>() : null;
}
