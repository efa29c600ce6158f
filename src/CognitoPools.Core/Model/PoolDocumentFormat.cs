namespace CognitoPools;

/// <summary>The format of an exported pool.</summary>
public enum PoolDocumentFormat
{
    /// <summary>A pool document of this module: JSON that can be imported in any Region, account and partition.</summary>
    Document,

    /// <summary>An AWS CloudFormation template in JSON.</summary>
    CloudFormation,

    /// <summary>A Terraform configuration for the provider hashicorp/aws.</summary>
    Terraform,
}
